/**
 * An element id made from what the element says, so that two builds agree and no counter is shared
 * between pages that are rendered at once. 32-bit FNV-1a.
 */
export function stableId(prefix: string, content: string): string {
  let hash = 0x811c9dc5;
  for (const character of content) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  }
  return `${prefix}-${(hash >>> 0).toString(36)}`;
}
