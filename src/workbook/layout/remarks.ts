/** Procurement, state assets, other matters and terms. Part of the workbook's one declaration (see layout.ts). */
import { amount, count, display, form, longText, quantity, table, text } from './types.js';

export const procurement = form('政府采购', '本年政府采购预算，没有的填 0。合计自动计算。', {
  goods: amount('政府采购货物预算', {
    required: true,
    help: '没有的填 0。',
    example: '30000.00',
    printedIn: '{说明 procurement}',
  }),
  works: amount('政府采购工程预算', {
    required: true,
    help: '没有的填 0。',
    example: '0',
    printedIn: '{说明 procurement}',
  }),
  services: amount('政府采购服务预算', {
    required: true,
    help: '没有的填 0。',
    example: '700000.00',
    printedIn: '{说明 procurement}',
  }),
  total: display('政府采购预算合计', { show: 'sum', columns: ['goods', 'works', 'services'] }, '自动合计，供核对。'),
  reservedForSmall: amount('面向中小企业预留政府采购项目预算金额', {
    required: true,
    help: '没有的填 0。',
    example: '120000.00',
    printedIn: '{说明 procurement}',
  }),
  reservedForMicro: amount('其中：小微企业预留政府采购项目预算金额', {
    required: true,
    help: '不大于中小企业预留金额；没有的填 0。',
    example: '120000.00',
    printedIn: '{说明 procurement}',
  }),
});

const assetValue = { required: true, help: '没有的填 0。', example: '0', printedIn: '{说明 assets}' } as const;

export const stateAssets = form('国有资产', '截至上年底占用使用国有资产情况，没有的填 0。车辆合计自动计算。', {
  houseArea: quantity('房屋面积（平方米）', assetValue),
  houseValue: amount('房屋价值', assetValue),
  cars: display(
    '车辆数量合计（辆）',
    { show: 'sum', columns: ['generalCars', 'dutyCars', 'otherCars'] },
    '自动合计，供核对。',
  ),
  generalCars: count('一般公务用车数量（辆）', assetValue),
  generalCarsValue: amount('一般公务用车价值', assetValue),
  dutyCars: count('执法执勤用车数量（辆）', assetValue),
  dutyCarsValue: amount('执法执勤用车价值', assetValue),
  otherCars: count('其他车辆数量（辆）', assetValue),
  otherCarsValue: amount('其他车辆价值', assetValue),
  carsValue: display(
    '车辆价值合计',
    { show: 'sum', columns: ['generalCarsValue', 'dutyCarsValue', 'otherCarsValue'] },
    '自动合计，供核对。',
  ),
  furnitureValue: amount('办公家具价值', assetValue),
  otherValue: amount('其他资产价值', assetValue),
  equipment50: count('单价50万元以上大型设备（台）', assetValue),
  equipment100: count('单价100万元以上大型设备（台）', assetValue),
  plannedEquipment50: count('本年安排购置单价50万元以上大型设备（台）', assetValue),
  plannedEquipment100: count('本年安排购置单价100万元以上大型设备（台）', assetValue),
});

export const otherMatters = table(
  '其他说明',
  '其他需说明的事项，每行一段，原样印出；没有的不填。',
  {
    text: longText('内容', {
      required: true,
      help: '一段文字。段首的编号请写在文字里。',
      example: '本单位……',
      printedIn: '{说明 remarks}',
    }),
  },
  { mayBeEmpty: true },
);

export const extraTerms = table(
  '补充名词解释',
  '表样已有的名词解释之外需要补充的；没有的不填。',
  {
    term: text('名词', {
      followedBy: '：',
      required: true,
      help: '名词。',
      example: '专精特新',
      printedIn: '第四部分',
    }),
    definition: longText('解释', {
      required: true,
      help: '完整句子，句末加句号。',
      example: '指……。',
      printedIn: '第四部分',
    }),
  },
  { unique: ['term'], mayBeEmpty: true },
);
