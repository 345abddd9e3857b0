/** What a document says, in a few figures. */
import type { RenderedDocument } from './rendered.js';

/** What was made, in figures that an officer knows by heart. All amounts in 万元 as printed. */
export interface DocumentSummary {
  readonly title: string;
  readonly total: string;
  readonly currentIncome: string;
  readonly carryOver: string;
  readonly basic: string;
  readonly project: string;
  readonly threePublic: string;
  readonly threePublicLastYear: string;
  readonly tables: number;
  readonly goalTables: number;
}

/** The summary of a composed document. */
export function summaryOf({ view, tree }: RenderedDocument): DocumentSummary {
  const blocks = tree.sections.flatMap((section) => section.blocks);
  const titles = blocks.filter((block) => block.kind === 'heading' && block.tableTitle);
  const statements = titles.filter((block) => block.kind === 'heading' && block.level === 2);
  const { amounts, threePublic } = view;
  return {
    title: tree.title,
    total: amounts.all.total.text,
    currentIncome: amounts.current.total.text,
    carryOver: amounts.carry.total.text,
    basic: amounts.all.basic.text,
    project: amounts.all.project.text,
    threePublic: threePublic.total.total.text,
    threePublicLastYear: threePublic.total.compared.last.text,
    tables: statements.length,
    goalTables: titles.length - statements.length,
  };
}
