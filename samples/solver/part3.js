/** What part 3 prints, which way it says that an amount changed, and which sums must agree exactly. */
import { describeGoals } from './goals.js';
import { amountCells, spending } from './source.js';

const number = (text) => Math.round(Number(text.replaceAll(',', '')) * 100);
const printedText = (cents) => (cents / 100).toFixed(2);
/** "基本支出1,576.10万元，占36.14%，比上年预算增加50.91万元" → last year's printed amount: this year's less the change. */
const comparison = /([\d,]+\.\d\d)万元，(?:占[\d.]+%，)?比上年预算(增加|减少)([\d,]+\.\d\d)万元/;
function lastPrinted(frame) {
  const match = comparison.exec(frame);
  if (!match) throw new Error(`不是与上年比较的段落：${frame}`);
  const change = number(match[3]);
  return printedText(match[2] === '增加' ? number(match[1]) - change : number(match[1]) + change);
}

const comparedFrames = [
  ['一般公共预算', '二、', '一般公共预算'],
  ['上级一般公共预算转移支付', '二、', '上级一般公共预算安排的转移支付资金'],
  ['单位资金', '二、', '单位资金'],
  ['财政拨款结转', '二、', '财政拨款结转'],
  ['非财政拨款结转结余', '二、', '非财政拨款结转结余'],
  ['基本支出', '三、', '基本支出'],
  ['项目支出', '三、', '项目支出'],
  ['一般公共预算基本支出', '（一）一般', '基本支出'],
  ['一般公共预算项目支出', '（一）一般', '项目支出'],
  ['机关运行经费', '（一）单位', ''],
];

/** The published paragraphs under a heading that starts with `heading`. */
function under(paragraphs, heading) {
  const start = paragraphs.findLastIndex((p) => p.heading?.startsWith(heading));
  const end = paragraphs.findIndex((p, index) => index > start && p.heading !== undefined);
  return paragraphs.slice(start + 1, end);
}

function describeLastYear(say, published, cells) {
  const lineCell = (line) => cells.filter((c) => c.sheet === '上年对比' && c.holder.对比事项 === line).map((c) => c.id);
  for (const [line, heading, start] of comparedFrames) {
    const found = under(published.paragraphs, heading).find(
      (p) => p.frame.startsWith(start) && comparison.test(p.frame),
    );
    if (found) say(`上年 ${line}`, lastPrinted(found.frame), lineCell(line));
  }
}

/** The paragraphs of section 5(三) are the rows of 上年对比（科目）, in order. */
function describeLastYearByCode(say, direct, published, source, cells) {
  const general = spending(source).filter((item) => item.group === 'general' || item.group === 'transfer');
  under(published.paragraphs, '（三）一般').forEach(({ frame }, index) => {
    const row = source['上年对比（科目）'][index];
    const last = cells.filter((c) => c.sheet === '上年对比（科目）' && c.holder === row).map((c) => c.id);
    const now = general.filter((item) => item.code === row.功能科目编码).map((item) => item.id);
    say(`上年 ${row.功能科目编码}`, lastPrinted(frame), last);
    direct(`增减 ${row.功能科目编码}`, frame, now, last);
  });
}

function describeThreePublic(say, direct, published, cells) {
  const [now, change] = under(published.paragraphs, '十、');
  const last = cells.filter((c) => c.sheet === '三公经费' && c.column.startsWith('上年'));
  const lastOf = (current, sign, amount) => printedText(number(current) + (sign === '增加' ? -1 : 1) * number(amount));
  const total = /比上年预算(增加|减少)([\d.]+)万元/.exec(change.frame);
  say(
    '上年 三公合计',
    lastOf(now.figures[0], total[1], total[2]),
    last.map((c) => c.id),
  );
  const order = ['因公出国（境）费用', '公务用车购置', '公务用车运行维护费', '公务接待费'];
  order.forEach((item, index) => {
    const part = /(增加|减少)([\d.]+)万元，(增长|下降)[\d.]+%，主要/.exec(change.pieces[index]);
    const lastIds = last.filter((c) => c.holder.支出内容 === item).map((c) => c.id);
    const nowCells = cells.filter((c) => c.sheet === '三公经费' && !c.column.startsWith('上年'));
    const nowIds = nowCells.filter((c) => c.holder.支出内容 === item).map((c) => c.id);
    say(`上年 ${item}`, lastOf(now.figures[index + 1], part[1], part[2]), lastIds);
    direct(`增减 ${item}`, part[0], nowIds, lastIds);
  });
}

function describeStatements(say, published, source, cells) {
  const form = (sheet, pattern) => cells.filter((c) => c.sheet === sheet && pattern.test(c.column)).map((c) => c.id);
  const [procurement, reserved] = under(published.paragraphs, '（二）政府采购');
  const bought = [/货物|工程|服务/, /货物/, /工程/, /服务/];
  bought.forEach((p, i) => {
    say(`政府采购 第${i + 1}数`, procurement.figures[i], form('政府采购', p));
  });
  say('政府采购 中小企业', reserved.figures[0], form('政府采购', /^面向中小企业/));
  say('政府采购 小微企业', reserved.figures[1], form('政府采购', /小微企业/));
  const [, house, cars, furniture, other] = under(published.paragraphs, '（三）国有资产');
  say('国有资产 房屋', house.figures[1], form('国有资产', /^房屋价值/));
  [/车/, /一般公务用车/, /执法执勤/, /其他车辆/].forEach((p, i) => {
    say(`国有资产 车辆 第${i + 1}数`, cars.figures[i], form('国有资产', p));
  });
  say('国有资产 办公家具', furniture.figures[0], form('国有资产', /^办公家具/));
  say('国有资产 其他资产', other.figures[0], form('国有资产', /^其他资产/));
  const unitFunds = spending(source).filter((item) => item.group === 'unitFunds');
  const [performance] = under(published.paragraphs, '（四）预算绩效');
  say(
    '绩效 非财政拨款项目',
    performance.figures.at(-1),
    unitFunds.map((item) => item.id),
  );
}

const controlled = {
  收入总计: () => true,
  基本支出: (item) => item.nature !== 'project',
  项目支出: (item) => item.nature === 'project',
};

/** Sums that hold to the 元, whatever is printed: `agree(label, cells, cells)`. */
export function describeExactSums(agree, source) {
  const cells = amountCells(source);
  const pick = (sheet, matches) => cells.filter((c) => c.sheet === sheet && matches(c.holder, c)).map((c) => c.id);
  const items = spending(source);
  const general = items.filter((item) => item.group === 'general' || item.group === 'transfer');
  const nature = (name) => general.filter((item) => item.nature === name).map((item) => item.id);
  const economic = (pattern) => pick('基本支出（经济）', (row) => pattern.test(row.经济科目编码));
  agree('表6人员经费与功能分类人员经费一致', economic(/^30[13]/), nature('personnel'));
  agree('表6公用经费与功能分类公用经费一致', economic(/^3(02|10)/), nature('public'));
  const last = (pattern) => pick('上年对比', (row) => pattern.test(row.对比事项));
  const funds =
    /^(一般公共预算|上级一般公共预算转移支付|政府性基金预算|上级政府性基金转移支付|国有资本经营预算|上级国有资本经营转移支付|财政专户核拨|单位资金|财政拨款结转|非财政拨款结转结余)$/;
  agree('上年各项来源之和等于上年基本支出与项目支出之和', last(funds), last(/^(基本支出|项目支出)$/));
  const lastGeneral = last(/^(一般公共预算|上级一般公共预算转移支付)$/);
  agree('上年一般公共预算来源等于其基本支出与项目支出', lastGeneral, last(/^一般公共预算(基本|项目)支出$/));
  const lastByCode = pick('上年对比（科目）', () => true);
  agree('上年一般公共预算来源等于各科目之和', lastGeneral, lastByCode);
  agree('上年基本支出都由一般公共预算安排', last(/^基本支出$/), last(/^一般公共预算基本支出$/));
  // the forms before 2026 have no 委托业务费
  if (source.委托业务费) {
    agree(
      '委托业务费中的基本支出等于30227',
      pick('委托业务费', (row) => row.经费类别 === '基本支出'),
      economic(/^30227$/),
    );
  }
  const running = (row, cell) => row.支出内容 === '公务用车运行维护费' && cell.column === '一般公共预算';
  agree('公务用车运行维护费都列在30231', pick('三公经费', running), economic(/^30231$/));
  for (const [item, matches] of Object.entries(controlled)) {
    const total = items.filter(matches).map((i) => i.id);
    agree(
      `批复数 ${item}`,
      pick('批复数核对', (row) => row.核对项目 === item),
      total,
    );
  }
}

/** Control totals are typed as the exact sums; what they print is known from tables 1 and 3. */
function describeControls(say, { tables }, cells) {
  const spent = tables[3].rows.find((row) => row[3] === '总计');
  const printed = { 收入总计: tables[1].rows.at(-1)[1], 基本支出: spent[5], 项目支出: spent[6] };
  for (const { sheet, id, holder } of cells) {
    if (sheet === '批复数核对') say(`批复数 ${holder.核对项目}`, printed[holder.核对项目], [id]);
  }
}

export function describePart3(say, direct, published, source) {
  const cells = amountCells(source);
  describeLastYear(say, published, cells);
  describeLastYearByCode(say, direct, published, source, cells);
  describeThreePublic(say, direct, published, cells);
  describeStatements(say, published, source, cells);
  describeControls(say, published, cells);
  describeGoals(say, published, source, cells);
}
