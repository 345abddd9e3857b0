/** What the view has at a path of the grammar. */
import { type AnyShape, text } from '../../figures/view/shape.js';
import { viewShape } from '../../figures/view/viewShape.js';

/** `codes.all[#3].name`; text for what the view has not (an edition's own words). */
export function shapeAt(path: string): AnyShape {
  let shape: AnyShape | undefined = viewShape;
  for (const step of path.split(/[.[]/)) shape = step.endsWith(']') ? shape?.item : shape?.fields?.[step];
  return shape ?? text;
}

/** Whether each item of a list is one 预算单位. */
export const isOfUnits = (path: string): boolean => shapeAt(path).item?.fields?.name?.nameOf === 'unit';

/** Whether what stands at a path is the name of a 预算单位, in a list of them. */
export const isUnitName = ({ path }: { readonly path: string }): boolean => shapeAt(path).nameOf === 'unit';
