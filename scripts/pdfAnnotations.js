/**
 * Put into pdf.js by scripts/pdfjs.js, in place of its own annotations: texts and fields that lie over a page, each by
 * its appearance, moved into its rectangle (ISO 32000-1, 12.5.5). What is filled in but not drawn is counted. Not
 * signatures and buttons, nor what is hidden.
 */
export const annotations = `
function annotationsOf$(xref, refs) {
  if (xref.root.get('Names')?.get?.('EmbeddedFiles') || xref.root.has('Collection')) budget$.attached = true;
  const found = refs.length > 50000 ? refs : refs.flatMap((ref) => {
    try {
      return annotationOf$(xref.fetchIfRef(ref));
    } catch {
      return [];
    }
  });
  budget$.annotations -= found.length;
  if (budget$.annotations >= 0) return found;
  budget$.operators = -1;
  return [];
}

function annotationOf$(dict) {
  const subtype = dict.get('Subtype')?.name;
  if ((subtype !== 'FreeText' && subtype !== 'Widget') || dict.get('F') & 34) return [];
  const inherited = (key) => dict.get(key) ?? dict.get('Parent')?.get?.(key);
  const type = inherited('FT')?.name;
  if (type === 'Sig' || type === 'Btn') return [];
  const form = dict.get('AP')?.get('N');
  if (form instanceof BaseStream) return [new Annotation$(dict.getArray('Rect'), form)];
  const text = subtype === 'Widget' ? inherited('V') : dict.get('Contents');
  if (typeof text === 'string' && stringToPDFString(text).trim() !== '') budget$.undrawn += 1;
  return [];
}

class Annotation$ {
  constructor(rect, form) {
    this.rect = rect;
    this.form = form;
  }
  mustBeViewed() {
    return true;
  }
  mustBeViewedWhenEditing() {
    return true;
  }
  async getOperatorList(evaluator, task) {
    const { rect, form } = this;
    const [a, b, c, d, e, f] = form.dict.getArray('Matrix') ?? [1, 0, 0, 1, 0, 0];
    const [left, bottom, right, top] = form.dict.getArray('BBox') ?? [0, 0, 1, 1];
    const xs = [left, right].flatMap((x) => [bottom, top].map((y) => a * x + c * y + e));
    const ys = [left, right].flatMap((x) => [bottom, top].map((y) => b * x + d * y + f));
    const [x, y] = [Math.min(...xs), Math.min(...ys)];
    const across = Math.abs(rect[2] - rect[0]) / (Math.max(...xs) - x || 1);
    const down = Math.abs(rect[3] - rect[1]) / (Math.max(...ys) - y || 1);
    const [toX, toY] = [Math.min(rect[0], rect[2]) - x * across, Math.min(rect[1], rect[3]) - y * down];
    const operatorList = new OperatorList();
    operatorList.addOp(OPS.save, []);
    operatorList.addOp(OPS.transform, [across, 0, 0, down, toX, toY]);
    operatorList.addOp(OPS.transform, [a, b, c, d, e, f]);
    const resources = form.dict.get('Resources') ?? new Dict();
    await evaluator.getOperatorList({ stream: form, task, resources, operatorList });
    operatorList.addOp(OPS.restore, []);
    return { opList: operatorList, separateForm: false, separateCanvas: false };
  }
}
`;
