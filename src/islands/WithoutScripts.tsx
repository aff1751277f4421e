/** Stands where controls would be while no script runs. */
export const WithoutScripts = () => (
  <p class="without-scripts muted">
    The controls need scripts. Below is the answer for the numbers they begin with.
  </p>
);
