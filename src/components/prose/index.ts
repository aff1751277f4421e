/**
 * The author's vocabulary: what an article may use without an import. A new calculator, chart or
 * prose element is one line here. Islands are wrapped in an .astro component, since `client:*`
 * cannot be put on a component that MDX receives from outside.
 */
import Calculator from '../calculators/Calculator.astro';
import Catalogue from '../chapters/Catalogue.astro';
import OriginalChart from '../chapters/OriginalChart.astro';
import Reckon from '../chapters/Reckon.astro';
import RunChart from '../chapters/RunChart.astro';
import Runs from '../chapters/Runs.astro';
import Sweep from '../chapters/Sweep.astro';
import Term from '../chapters/Term.astro';
import Arithmetic from '../figures/Arithmetic.astro';
import BandwidthShares from '../figures/BandwidthShares.astro';
import DepthChart from '../figures/DepthChart.astro';
import Estimate from '../figures/Estimate.astro';
import FurtherReading from '../figures/FurtherReading.astro';
import Measured from '../figures/Measured.astro';
import NumberValue from '../figures/Number.astro';
import OriginalTable from '../figures/OriginalTable.astro';
import OwnOrRent from '../figures/OwnOrRent.astro';
import PredictedVersusMeasured from '../figures/PredictedVersusMeasured.astro';
import QualityChart from '../figures/QualityChart.astro';
import RooflineChart from '../figures/RooflineChart.astro';
import SizeChart from '../figures/SizeChart.astro';
import Symbols from '../figures/Symbols.astro';
import WorkedExample from '../figures/WorkedExample.astro';
import Worksheet from '../figures/Worksheet.astro';
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
  Calculator,
  Arithmetic,
  BandwidthShares,
  Catalogue,
  DepthChart,
  Equation,
  QuotedTable,
  Estimate,
  FurtherReading,
  Measured,
  Number: NumberValue,
  OriginalChart,
  RooflineChart,
  OriginalTable,
  OwnOrRent,
  PredictedVersusMeasured,
  QualityChart,
  Quotation,
  Quotations,
  Reckon,
  RunChart,
  Runs,
  Sidenote,
  SizeChart,
  Source,
  Sweep,
  Symbols,
  TableScroll,
  Term,
  Takeaway,
  Where,
  Worked,
  WorkedExample,
  Worksheet,
};
