/** rehype-katex turns TeX errors into messages that Astro drops, and prints red text: make them fatal. */
export const rehypeMathErrors = () => (_tree, file) => {
  const bad = file.messages.find((message) => message.source === 'rehype-katex');
  if (bad) {
    throw new Error(`${file.path}: ${bad.reason}: ${bad.cause?.message}`, { cause: bad.cause });
  }
};
