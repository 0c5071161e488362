// Places in the Democratic Republic of the Congo and its neighbours that suppliers enter instead of the country: the
// subdivisions of ISO 3166-2 (with former and English names), Rwanda's districts, and mines and mining towns named in
// the USGS Minerals Yearbook, on the public maps of IPIS or by their operators. Ambiguous names are left out:
// "Eastern", "Équateur" (Ecuador in French), "Mara", "Busia" and "Nyanza" (also in Kenya), "Zaire", "Unity", "Lakes",
// "Pool".
import { foldWords } from "./fold.ts";

/** Places by ISO 3166-1 alpha-2. */
const PLACES: Readonly<Record<string, readonly string[]>> = {
  AO: [
    ...[
      "Bengo",
      "Benguela",
      "Bié",
      "Cabinda",
      "Cuando Cubango",
      "Cuanza Norte",
      "Kwanza Norte",
      "Cuanza Sul",
    ],
    ...["Kwanza Sul", "Cunene", "Huambo", "Huíla", "Luanda", "Lunda Norte", "Lunda Sul", "Malanje", "Moxico"],
    ...["Namibe", "Uíge"],
  ],
  BI: [
    ...["Bubanza", "Bujumbura", "Bujumbura Mairie", "Bujumbura Rural", "Bururi", "Cankuzo", "Cibitoke"],
    ...["Gitega", "Karuzi", "Kayanza", "Kirundo", "Makamba", "Muramvya", "Muyinga", "Mwaro", "Ngozi"],
    ...["Rumonge", "Rutana", "Ruyigi", "Buhumuza", "Burunga", "Butanyerera"],
    ...["Kabarore", "Murehe", "Musigati"],
  ],
  CD: [
    ...["Kongo Central", "Bas-Congo", "Kwango", "Kwilu", "Mai-Ndombe", "Kasaï", "Kasaï-Central"],
    ...["Kasaï-Oriental", "Kasaï-Occidental", "Lomami", "Haut-Lomami", "Sankuru", "Maniema", "Kivu"],
    ...["Nord-Kivu", "North Kivu", "Sud-Kivu", "South Kivu", "Ituri", "Haut-Uele", "Bas-Uele", "Tshopo"],
    ...["Tshuapa", "Mongala", "Nord-Ubangi", "Sud-Ubangi", "Lualaba", "Haut-Katanga"],
    ...["Upper Katanga", "Bandundu", "Province Orientale"],
    ...[
      "Bisie",
      "Rubaya",
      "Numbi",
      "Nyabibwe",
      "Kalimbi",
      "Manono",
      "Kalima",
      "Kailo",
      "Lulingu",
      "Shabunda",
    ],
    ...["Punia", "Walikale", "Masisi", "Nzibira", "Kalehe", "Mwenga", "Kamituga", "Misisi", "Mongbwalu"],
    ...["Kibali", "Twangiza", "Namoya", "Kolwezi", "Kipushi", "Lubumbashi", "Likasi", "Goma", "Bukavu"],
    // Capitals and territories of the provinces that have mines.
    ...["Kindu", "Bunia", "Kalemie", "Kasongo", "Kabambare", "Pangi", "Lubutu", "Uvira", "Fizi", "Kabare"],
    ...["Walungu", "Idjwi", "Lubero", "Butembo", "Rutshuru", "Nyiragongo", "Mambasa", "Irumu"],
    ...["Djugu", "Watsa", "Isiro", "Nyunzu", "Moba", "Kongolo", "Kabalo", "Malemba-Nkulu", "Mitwaba"],
    ...["Pweto", "Kasenga", "Kambove", "Fungurume", "Tenke", "Tenke-Fungurume", "Kamoa", "Kakula", "Kisengo"],
    ...["Kibara", "Mukungwe", "Lugushwa", "Kampene", "Kivus", "the Kivus", "Grand Kivu"],
  ],
  CF: [
    ...["Bamingui-Bangoran", "Bangui", "Basse-Kotto", "Haute-Kotto", "Haut-Mbomou", "Mbomou", "Kémo"],
    ...["Lobaye", "Mambéré", "Mambéré-Kadéï", "Nana-Grébizi", "Nana-Mambéré", "Ombella-Mpoko", "Ouaka"],
    ...["Ouham", "Ouham-Fafa", "Ouham-Pendé", "Lim-Pendé", "Sangha-Mbaéré", "Vakaga", "Bambari", "Ndassima"],
  ],
  CG: [
    ...["Bouenza", "Brazzaville", "Cuvette-Ouest", "Kouilou", "Lékoumou", "Likouala", "Niari"],
    ...["Pointe-Noire", "Sangha"],
  ],
  RW: [
    ...["Kigali", "Bugesera", "Burera", "Gakenke", "Gasabo", "Gatsibo", "Gicumbi", "Gisagara", "Huye"],
    ...["Kamonyi", "Karongi", "Kayonza", "Kicukiro", "Kirehe", "Muhanga", "Musanze", "Ngoma", "Ngororero"],
    ...["Nyabihu", "Nyagatare", "Nyamagabe", "Nyamasheke", "Nyarugenge", "Nyaruguru", "Rubavu", "Ruhango"],
    ...["Rulindo", "Rusizi", "Rutsiro", "Rwamagana"],
    ...["Rutongo", "Nyakabingo", "Gifurwe", "Rwinkwavu", "Musha", "Ntunga", "Gatumba", "Bugarama"],
  ],
  SS: [
    ...["Equatoria", "Central Equatoria", "Eastern Equatoria", "Western Equatoria", "Jonglei", "Warrap"],
    ...["Upper Nile", "Western Bahr el Ghazal", "Northern Bahr el Ghazal", "Juba", "Kapoeta"],
  ],
  TZ: [
    ...["Arusha", "Dar es Salaam", "Dodoma", "Geita", "Iringa", "Kagera", "Katavi", "Kigoma", "Kilimanjaro"],
    ...["Lindi", "Manyara", "Mbeya", "Morogoro", "Mtwara", "Mwanza", "Njombe", "Pwani", "Rukwa", "Ruvuma"],
    ...["Shinyanga", "Simiyu", "Singida", "Songwe", "Tabora", "Tanga", "Zanzibar"],
    ...["Bulyanhulu", "Buzwagi", "North Mara", "Kyerwa", "Karagwe", "Kahama", "Nzega", "Biharamulo"],
  ],
  UG: [
    ...["Adjumani", "Amudat", "Arua", "Bugiri", "Buhweju", "Buliisa", "Bundibugyo", "Bushenyi", "Gulu"],
    ...["Hoima", "Ibanda", "Isingiro", "Jinja", "Kaabong", "Kabale", "Kabarole", "Kampala", "Kamwenge"],
    ...["Kanungu", "Kapchorwa", "Kasese", "Kiruhura", "Kisoro", "Kitgum", "Kotido", "Kyenjojo", "Masaka"],
    ...["Masindi", "Mayuge", "Mbale", "Mbarara", "Mityana", "Moroto", "Mubende", "Mukono", "Nakapiripirit"],
    ...["Namayingo", "Nebbi", "Ntungamo", "Rakai", "Rubanda", "Rukiga", "Rukungiri", "Soroti", "Tororo"],
    ...["Wakiso", "Yumbe", "Buganda", "Karamoja", "Nyamuliro", "Mwirasandu", "Kirwa", "Kilembe", "Ruhija"],
  ],
  ZM: [
    ...["Copperbelt", "Luapula", "Lusaka", "Muchinga", "Mufulira", "Kitwe", "Kansanshi", "Lumwana"],
    ...["Solwezi", "Konkola", "Chingola"],
  ],
};

/** Words that may follow the name of a place. */
const KINDS = /(province|district|region|county|state|mine|mines|mining site|department|prefecture)$/;

const BY_NAME: ReadonlyMap<string, string> = new Map(
  Object.entries(PLACES).flatMap(([code, names]) =>
    names.map((name): [string, string] => [foldWords(name), code]),
  ),
);

/** Countries (ISO alpha-2) with such places. */
export const COUNTRIES_WITH_PLACES: ReadonlySet<string> = new Set(Object.keys(PLACES));

/** The country (ISO alpha-2) of the place that a text consists of: "Rutsiro", "Rutsiro District". */
export function countryOfPlace(text: string): string | undefined {
  const name = foldWords(text);
  return BY_NAME.get(name) ?? BY_NAME.get(name.replace(KINDS, ""));
}
