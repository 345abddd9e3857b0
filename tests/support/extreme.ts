/**
 * An office of the extreme kind: 60 projects with names of 80 characters, 40 performance tables, amounts of hundreds of
 * 亿 each. Made from the unit's sample, so that everything else in it is as offices have it.
 */
import type { Content } from '../../src/workbook/write/index.js';
import { Book } from './book.js';
import { sampleSource } from './samples.js';

type Row = Readonly<Record<string, string>>;

const PROJECTS = 60;
const GOAL_TABLES = 40;
/** 12,345,678,901.23 元 for each project: the sum of all is in the 千亿, over 70,000,000.00 万元. */
const AMOUNT = '12345678901.23';
const CLASSES = ['302商品和服务支出', '310资本性支出', '312对企业补助'];
const SUBJECTS = ['2150502', '2150805', '2159904'];

/** 80 characters, no two alike. */
export const longName = (index: number): string =>
  `${`关于第${index + 1}批支持先进制造业集群（含专精特新“小巨人”企业）数字化转型与绿色低碳技术改造、公共服务平台建设及融资担保降费奖补等事项的中央和自治区预算内专项补助资金项目`.padEnd(79, '续')}${'甲乙丙丁'[index % 4]}`.slice(
    0,
    80,
  );

const rowsOf = (content: Content, sheet: string): readonly Row[] => {
  const rows = content[sheet];
  return Array.isArray(rows) ? (rows as readonly Row[]) : [];
};

export function extremeBook(): Book {
  const content = sampleSource('2026-unit');
  const unit = rowsOf(content, '预算单位')[0]?.单位名称 ?? '';
  const indexes = Array.from({ length: PROJECTS }, (_, index) => index);
  return new Book({
    ...content,
    项目信息: indexes.map((index) => projectRow(unit, index)),
    项目支出: indexes.map((index) => ({
      预算单位: unit,
      项目名称: longName(index),
      功能科目编码: SUBJECTS[index % SUBJECTS.length] ?? '',
      资金来源: '一般公共预算',
      [CLASSES[index % CLASSES.length] ?? '']: AMOUNT,
    })),
    项目绩效目标: indexes.slice(0, GOAL_TABLES).map((index) => ({
      项目名称: longName(index),
      预算单位: unit,
      项目负责人: '某某',
      项目总体目标: '支持重大技术改造项目和设备更新项目，推动重点产业转型升级，带动企业增加投入。'.repeat(4),
    })),
    项目绩效指标: indexes
      .slice(0, GOAL_TABLES)
      .flatMap((index) => indicatorRows(rowsOf(content, '项目绩效指标'), longName(index))),
    委托业务费: rowsOf(content, '委托业务费').filter((row) => row.经费类别 === '基本支出'),
    批复数核对: [],
    其他说明: [],
  });
}

function projectRow(unit: string, index: number): Row {
  return {
    预算单位: unit,
    项目名称: longName(index),
    是否公开: '公开',
    设立的政策依据: '《自治区先进制造业专项资金管理办法》（新财规〔2025〕1号）和年度工作计划。',
    资金分配情况: '按照因素法分配，经专家评审和集体研究后下达。',
    资金执行时间: '2026年1月1日—2026年12月31日',
    项目说明顺序: String(index + 1),
    ...(index < GOAL_TABLES ? { 绩效目标表: longName(index) } : {}),
  };
}

/** The indicators of the sample's first table, with long texts. */
function indicatorRows(all: readonly Row[], name: string): Row[] {
  const first = all[0]?.项目名称;
  return all
    .filter((row) => row.项目名称 === first)
    .map((row) => ({ ...row, 项目名称: name, 上年完成值: '新增指标，无上年完成值，按照可比口径测算' }));
}
