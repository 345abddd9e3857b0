/**
 * What the published documents do not tell and we had to choose: amounts (万元) of cells that are nowhere printed alone,
 * and cells that we hold equal because they are the same money.
 */
export const choices = {
  '2026-unit': {
    amounts: {
      // 公用经费 of table 6 all under 行政运行, the only code with running costs
      '基本支出（功能）#4.人员经费': '1071.37',
      '基本支出（功能）#4.公用经费': '160.34',
    },
    equal: [
      ['养老保险缴费：功能分类与经济分类', ['基本支出（功能）#2.人员经费'], ['基本支出（经济）#4.金额']],
      ['职业年金缴费：功能分类与经济分类', ['基本支出（功能）#3.人员经费'], ['基本支出（经济）#5.金额']],
      ['特定目标01100149全部为委托业务费', ['项目支出#1.302商品和服务支出'], ['委托业务费#2.一般公共预算']],
    ],
  },
  '2026-department': { amounts: {}, equal: [] },
};
