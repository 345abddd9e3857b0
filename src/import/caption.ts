/** The line above a table that says whose it is. */

const office = /^(?:编制|填报|公开|预算)?(?:部门|单位)(?:名称)?[：:](.+?)(?:金额)?(?:单位[：:].*)?$/;

/** `某局` of `编制单位：某局　单位：万元`; undefined where a text is no such line. */
export function officeCaptioned(text: string): string | undefined {
  const [, written = ''] = office.exec(text.replaceAll(/\s/g, '')) ?? [];
  return /\p{Script=Han}/u.test(written) && !/^(百|千|万|亿)?元$/.test(written) ? written : undefined;
}
