const textOf = (node) => node.value ?? (node.children ?? []).map(textOf).join('');

const firstRow = (node) =>
  node.tagName === 'tr' ? node : (node.children ?? []).map(firstRow).find(Boolean);

const headings = (table) =>
  (firstRow(table)?.children ?? [])
    .filter((cell) => cell.type === 'element')
    .map((cell) => textOf(cell).trim())
    .filter(Boolean)
    .join(', ');

/** An empty corner heads nothing: a screen reader would announce a heading without a name. */
function emptyHeadsToCells(node) {
  const isEmpty = (child) => child.type === 'text' && child.value.trim() === '';
  if (node.tagName === 'th' && node.children.every(isEmpty)) node.tagName = 'td';
  node.children?.forEach(emptyHeadsToCells);
}

/** What scrolls must be reachable by keyboard. */
const focusable = (node, ariaLabel) => ({
  ...node.properties,
  role: 'group',
  tabIndex: 0,
  ariaLabel,
});

/**
 * A table that an author left bare gets what `<TableScroll>` would give it: a box that scrolls by
 * itself, can be reached by keyboard and is named, by its column heads. So can a block of code.
 */
export const rehypeScrollers = () => (tree) => {
  const walk = (parent) => {
    parent.children?.forEach((node, index) => {
      if (node.tagName === 'pre') node.properties = focusable(node, 'Code');
      if (node.tagName !== 'table') {
        walk(node);
        return;
      }
      emptyHeadsToCells(node);
      if (parent.name === 'TableScroll') return;
      const box = { properties: { className: ['table-scroll'] } };
      parent.children[index] = {
        type: 'element',
        tagName: 'div',
        properties: focusable(box, `Table: ${headings(node)}`),
        children: [node],
      };
    });
  };
  walk(tree);
};
