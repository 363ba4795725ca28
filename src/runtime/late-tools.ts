import type { Tools } from './tools/api.ts';
import type { ToolsOptions } from './tools/tools.ts';

/**
 * What is needed while a device is set up, or does not work, before its code is there: that is loaded when somebody first
 * asks for something of it.
 */
export function lateTools(options: ToolsOptions, onChunkLost: (error: unknown) => void): Tools {
  let tools: Tools | null = null;
  const load = async (): Promise<Tools> => {
    try {
      const { createTools } = await import('./tools/tools.ts');
      return (tools ??= createTools(options));
    } catch (error) {
      onChunkLost(error);
      throw error;
    }
  };
  return {
    checks: (run) =>
      load().then(
        (loaded) => loaded.checks(run),
        () => [],
      ),
    stationHelpers: async (slug) => (await load()).stationHelpers(slug),
    createHelpers: async (slug) => (await load()).createHelpers(slug),
    removeHelpers: async (slug) => (await load()).removeHelpers(slug),
    helpersYaml: (slug) => tools?.helpersYaml(slug) ?? '',
    isAdmin: async () => (await load()).isAdmin(),
    previewCamera: async (...look) => (await load()).previewCamera(...look),
    followMicrophone: async (...look) => (await load()).followMicrophone(...look),
    devices: async () => (await load()).devices(),
    displays: async (slug) => (await load()).displays(slug),
    tvView: async () => (await load()).tvView(),
    createTvView: async () => (await load()).createTvView(),
    removeTvView: async () => (await load()).removeTvView(),
    tvViewYaml: () => tools?.tvViewYaml() ?? '',
    report: async () => (await load()).report(),
  };
}
