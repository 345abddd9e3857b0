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
  '2026-department': {
    amounts: {
      // which unit has which of the three basic-expenditure codes, and its share of 公用经费, is not published
      '基本支出（功能）#1.人员经费': '688.94',
      '基本支出（功能）#1.公用经费': '78.60',
      '基本支出（功能）#2.人员经费': '332.43',
      '基本支出（功能）#2.公用经费': '32.25',
      '基本支出（功能）#3.人员经费': '494.13',
      '基本支出（功能）#3.公用经费': '39.80',
      // 2025年“两区”创新建设专项 405.00: its performance table gives 360 for projects and 45 for services
      '项目支出#7.302商品和服务支出': '45.00',
      '项目支出#7.312对企业补助': '360.00',
    },
    equal: [
      ['公务用车运行维护费与上年相同', ['三公经费#4.一般公共预算'], ['三公经费#4.上年一般公共预算']],
      // printed 22.85 = 17.00 + 1.05 + 4.80: this year's transfer and two carried-over ones
      [
        '上级安排 = 第十二届大赛 + 第十一届大赛结转 + 特定目标0510022L',
        ['预算绩效情况.财政资金：上级安排'],
        ['项目支出#17.302商品和服务支出', '项目支出#21.302商品和服务支出', '项目支出#14.302商品和服务支出'],
      ],
      [
        '上级安排 + 本级安排 + 其他资金 = 收入总计',
        [
          '预算绩效情况.财政资金：上级安排',
          '预算绩效情况.财政资金：本级安排',
          '项目支出#4.302商品和服务支出',
          '项目支出#12.302商品和服务支出',
          '项目支出#19.302商品和服务支出',
        ],
        ['批复数核对#1.批复数'],
      ],
      // the performance table of the platform states this year's money only
      ['大平台绩效目标表的财政拨款 = 当年财政拨款', ['项目绩效目标#5.财政拨款'], ['项目支出#10.302商品和服务支出']],
    ],
  },
};
