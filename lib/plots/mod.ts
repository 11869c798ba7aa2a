/**
 * Results as pictures: every figure is one self-contained `<svg>` that displays
 * itself as the last line of a cell and says in words what it shows.
 *
 * @module
 */
export * from "./figure.ts";
export * from "./figure_parts.ts";
export * from "./house_style.ts";
export * from "./bar_chart.ts";
export * from "./histogram.ts";
export * from "./network_diagram.ts";
export * from "./network_diagram_options.ts";
export * from "./rating_heatmap.ts";
export * from "./rating_heatmap_options.ts";
export * from "./star_confusion.ts";
export * from "./side_by_side.ts";
export * from "./contour_paths.ts";
export * from "./comparison_bars.ts";
export * from "./cost_point.ts";
export * from "./growth_curve.ts";
export * from "./growth_slope.ts";
export * from "./line_chart.ts";
export * from "./chart_series.ts";
export * from "./loss_curve.ts";
export * from "./losses.ts";
export * from "./comparison_options.ts";
