import { expect, test } from "vitest";
import { describesTheSame } from "../../src/domain/scope-descriptions.ts";

test.each([
  ["All products of Plant Suzhou", "All products from the Suzhou plant"],
  ["All products sold to Acme", "Products sold to Acme Corp."],
  ["Automotive division", "Automotive Business Unit"],
  ["Suzhou factory", "Suzhou site"],
  ["Cable assemblies", "All cable assembly products"],
  ["Produkte des Werks Linz", "Alle Produkte Werk Linz"],
  ["Tous les produits de l'usine de Lyon", "Produits usine Lyon"],
  ["All products", "The whole company"],
  ["全部产品", "所有产品"],
  ["自動車部品", "自動車部品全般"],
])("%j and %j differ in wording only", (one, other) => {
  expect(describesTheSame(one, other)).toBe(true);
  expect(describesTheSame(other, one)).toBe(true);
});

test.each([
  ["Plant 1", "Plant 2"],
  ["Plant Suzhou", "Plant Wuxi"],
  ["Series AX", "Series AY"],
  ["Automotive division", "Industrial division"],
  ["All products except cables", "All products"],
  ["Resistors", "Resistors and capacitors"],
  ["Products", "Parts"],
  ["自動車部品", "電子部品"],
])("%j and %j do not", (one, other) => {
  expect(describesTheSame(one, other)).toBe(false);
});
