/** The build of ECharts in one file, which comes without types: it exports what the package does. */
declare module "echarts/dist/echarts.esm.min" {
  export * from "echarts";
}
