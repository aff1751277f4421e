const isDisplay = (node) =>
  node.type === 'element' && [].concat(node.properties?.className ?? []).includes('katex-display');

/**
 * A long equation scrolls sideways on a phone, so its box must be reachable by keyboard and named.
 * Numbered from 1 on each page; the number is the label and, as `#equation-1`, the anchor.
 */
export const rehypeEquations = () => (tree) => {
  let count = 0;
  const walk = (parent) => {
    parent.children?.forEach((node, index) => {
      if (!isDisplay(node)) {
        walk(node);
        return;
      }
      count += 1;
      parent.children[index] = {
        type: 'element',
        tagName: 'div',
        properties: {
          className: ['equation'],
          id: `equation-${count}`,
          role: 'group',
          tabIndex: 0,
          ariaLabel: `Equation ${count}`,
        },
        children: [node],
      };
    });
  };
  walk(tree);
};
