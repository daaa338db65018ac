declare const __AGENT_VERSION__: string | undefined;

/** Of agent/package.json; put in when the agent is built. */
export const AGENT_VERSION =
  typeof __AGENT_VERSION__ === 'undefined' ? 'development' : __AGENT_VERSION__;
