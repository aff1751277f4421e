/**
 * Drops the TeX that KaTeX keeps inside its MathML: nobody hears or sees it, and the longest chapter
 * is half a kilobyte lighter.
 */
export const rehypeLeanMath = () => (tree) => {
  const visit = (node) => {
    if (!node.children) return;
    node.children = node.children.flatMap((child) =>
      child.tagName === 'semantics'
        ? child.children.filter(({ tagName }) => tagName !== 'annotation')
        : [child],
    );
    for (const child of node.children) visit(child);
  };
  visit(tree);
};
