const textOf = (node) => node.value ?? (node.children ?? []).map(textOf).join('');

const firstRow = (node) =>
  node.tagName === 'tr' ? node : (node.children ?? []).map(firstRow).find(Boolean);

const headings = (table) =>
  (firstRow(table)?.children ?? [])
    .filter((cell) => cell.type === 'element')
    .map((cell) => textOf(cell).trim())
    .filter(Boolean)
    .join(', ');

/**
 * A table that an author left bare gets what `<TableScroll>` would give it: a box that scrolls by
 * itself, can be reached by keyboard and is named, by its column heads.
 */
export const rehypeTables = () => (tree) => {
  const walk = (parent) => {
    if (parent.name === 'TableScroll') return;
    parent.children?.forEach((node, index) => {
      if (node.tagName !== 'table') {
        walk(node);
        return;
      }
      parent.children[index] = {
        type: 'element',
        tagName: 'div',
        properties: {
          className: ['table-scroll'],
          role: 'group',
          tabIndex: 0,
          ariaLabel: `Table: ${headings(node)}`,
        },
        children: [node],
      };
    });
  };
  walk(tree);
};
