/**
 * The author's vocabulary: what an article may use without an import. A new calculator, chart or
 * prose element is one line here. Islands are wrapped in an .astro component, since `client:*`
 * cannot be put on a component that MDX receives from outside.
 */
import Quotation from '../originals/Quotation.astro';
import Quotations from '../originals/Quotations.astro';
import QuotedTable from '../originals/QuotedTable.astro';
import Equation from './Equation.astro';
import Sidenote from './Sidenote.astro';
import Source from './Source.astro';
import TableScroll from './TableScroll.astro';
import Takeaway from './Takeaway.astro';
import Where from './Where.astro';
import Worked from './Worked.astro';

export const vocabulary = {
  Equation,
  QuotedTable,
  Quotation,
  Quotations,
  Sidenote,
  Source,
  TableScroll,
  Takeaway,
  Where,
  Worked,
};
