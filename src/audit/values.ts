/** What a relation is about. */
import type { Read, Relation } from '../figures/relations/index.js';

/** All values that have part in it. */
export function valuesOf<R extends Read>(relation: Relation<R>): readonly R[] {
  switch (relation.rule) {
    case 'same':
    case 'count':
      return relation.values;
    case 'sum':
      return [relation.whole, ...relation.parts];
    case 'share':
      return [relation.value, relation.part, relation.whole];
    case 'comparison':
      return [relation.now, relation.change, relation.rate];
    case 'lastYear':
      return [...relation.wholes, ...relation.parts].flatMap(({ now, change }) => [now, change]);
    case 'order':
      return [];
    case 'atMost':
      return [...relation.parts, ...relation.wholes];
  }
}
