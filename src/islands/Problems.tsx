/** What could not be understood or cannot be, sentence by sentence. */
export const Problems = ({ list }: { list: readonly string[] }) => (
  <ul class="problems" role="alert">
    {list.map((one) => (
      <li key={one}>{one}</li>
    ))}
  </ul>
);
