// What letters call the metals and questions of the CMRT, in the languages of letters.
import type { LetterLanguage } from "../../model/vocabulary.ts";
import type { LetterWords } from "../form.ts";
import type { Metal } from "./minerals.ts";
import type { PracticeKey, QuestionKey } from "./questions.ts";

export const LETTER_WORDS: Record<LetterLanguage, LetterWords<Metal, QuestionKey, PracticeKey>> = {
  en: {
    metal: {
      tantalum: "tantalum",
      tin: "tin",
      gold: "gold",
      tungsten: "tungsten",
    },
    question: {
      intentionallyAdded: "intentionally added",
      necessaryInProduct: "necessary to or remaining in the product",
      coveredCountries: "covered countries",
      cahra: "conflict-affected and high-risk areas",
      recycledOrScrap: "recycled or scrap sources",
      supplierResponseRate: "suppliers' response rate",
      allSmeltersIdentified: "all smelters identified",
      allSmelterInfoReported: "all smelter information reported",
      smeltersOnCompliantList: "all smelters on the compliant list",
    },
    policy: {
      policyEstablished: "sourcing policy established",
      policyPublic: "policy publicly available",
      requireDrcConflictFree: "suppliers required to be DRC conflict-free",
      requireValidatedSmelters: "suppliers required to use validated smelters",
      dueDiligenceImplemented: "due diligence measures",
      allSupplierTemplatesReceived: "templates received from all suppliers",
      supplierSurvey: "suppliers surveyed",
      requestSmelterNames: "smelter names requested",
      reviewSupplierInfo: "review of suppliers' information",
      correctiveAction: "corrective action",
      annualDisclosure: "annual disclosure",
    },
  },
  ja: {
    metal: {
      tantalum: "タンタル",
      tin: "錫",
      gold: "金",
      tungsten: "タングステン",
    },
    question: {
      intentionallyAdded: "意図的な添加",
      necessaryInProduct: "製品への残留",
      coveredCountries: "対象国からの調達",
      cahra: "紛争地域及び高リスク地域からの調達",
      recycledOrScrap: "再生利用品又はスクラップ起源",
      supplierResponseRate: "サプライヤーの回答率",
      allSmeltersIdentified: "すべての製錬業者の特定",
      allSmelterInfoReported: "すべての製錬業者情報の報告",
      smeltersOnCompliantList: "すべての製錬業者の適合リスト掲載",
    },
    policy: {
      policyEstablished: "調達方針の策定",
      policyPublic: "方針の公開",
      requireDrcConflictFree: "サプライヤーへのコンフリクトフリーの要求",
      requireValidatedSmelters: "検証済み製錬業者の利用の要求",
      dueDiligenceImplemented: "デュー・デリジェンスの実施",
      allSupplierTemplatesReceived: "全サプライヤーからのテンプレート受領",
      supplierSurvey: "サプライヤーへの調査",
      requestSmelterNames: "製錬業者名の要求",
      reviewSupplierInfo: "サプライヤー情報の検証",
      correctiveAction: "是正措置",
      annualDisclosure: "年次開示の義務",
    },
  },
  zh: {
    metal: {
      tantalum: "钽",
      tin: "锡",
      gold: "金",
      tungsten: "钨",
    },
    question: {
      intentionallyAdded: "有意添加",
      necessaryInProduct: "为产品所必需或存在于产品中",
      coveredCountries: "来自所指明的国家",
      cahra: "来自受冲突影响和高风险地区",
      recycledOrScrap: "来自回收料或报废料",
      supplierResponseRate: "供应商回复率",
      allSmeltersIdentified: "已确认所有冶炼厂",
      allSmelterInfoReported: "已报告所有冶炼厂信息",
      smeltersOnCompliantList: "所有冶炼厂均在合规名单上",
    },
    policy: {
      policyEstablished: "已制定采购政策",
      policyPublic: "政策已公开",
      requireDrcConflictFree: "要求供应商为无冲突",
      requireValidatedSmelters: "要求供应商使用经验证的冶炼厂",
      dueDiligenceImplemented: "已实施尽职调查措施",
      allSupplierTemplatesReceived: "已收到所有供应商的模板",
      supplierSurvey: "开展供应商调查",
      requestSmelterNames: "要求提供冶炼厂名称",
      reviewSupplierInfo: "审查供应商信息",
      correctiveAction: "纠正措施",
      annualDisclosure: "年度披露义务",
    },
  },
};
