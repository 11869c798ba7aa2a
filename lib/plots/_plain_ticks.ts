/**
 * Takes the comma out of numbers at the ticks of a drawn plot: Plot writes
 * 5,000, in much of the world five to three decimals; the figures' other
 * numbers stand without one.
 */
export function plainTicks(plot: SVGSVGElement) {
  const texts = plot.querySelectorAll('[aria-label$="-axis tick label"] text');
  for (const text of texts) {
    if (/^[-−]?\d{1,3}(,\d{3})+(\.\d+)?$/.test(text.textContent)) {
      text.textContent = text.textContent.replaceAll(",", "");
    }
  }
}
