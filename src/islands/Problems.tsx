/** What could not be understood or cannot be, sentence by sentence. */
export const Problems = ({ list }: { list: readonly string[] }) => (
  // The role stands around the list: on the list itself it would take its items away.
  <div class="problems" role="alert">
    <ul>
      {list.map((one) => (
        <li key={one}>{one}</li>
      ))}
    </ul>
  </div>
);
