/** What Alertmanager 0.25 sent for two alerts that fire, and when the first of them was over. */
export const FIRING = {
  receiver: 'portico',
  status: 'firing',
  alerts: [
    {
      status: 'firing',
      labels: {
        alertname: 'DiskFull',
        instance: 'srv-01.corp.test:9100',
        mountpoint: '/',
        severity: 'critical',
      },
      annotations: {
        description: 'Only 3% left.\nPlease act.',
        summary: 'Disk / of srv-01 is full',
      },
      startsAt: '2026-11-26T21:53:44.873989605Z',
      endsAt: '0001-01-01T00:00:00Z',
      generatorURL: 'http://prometheus.test/graph?g0.expr=disk',
      fingerprint: 'd6860809fef389e4',
    },
    {
      status: 'firing',
      labels: {
        alertname: 'DiskFull',
        instance: 'srv-02.corp.test:9100',
        mountpoint: '/',
        severity: 'warning',
      },
      annotations: {
        summary: 'Disk / of srv-02 is full',
      },
      startsAt: '2026-11-26T21:53:44.873989605Z',
      endsAt: '0001-01-01T00:00:00Z',
      generatorURL: 'http://prometheus.test/graph',
      fingerprint: '635af251ce5e6c36',
    },
  ],
  groupLabels: {
    alertname: 'DiskFull',
  },
  commonLabels: {
    alertname: 'DiskFull',
    mountpoint: '/',
  },
  commonAnnotations: {},
  externalURL: 'http://alertmanager.test:9093',
  version: '4',
  groupKey: '{}:{alertname="DiskFull"}',
  truncatedAlerts: 0,
} as const;

export const GROUPED = {
  receiver: 'portico',
  status: 'firing',
  alerts: [
    {
      status: 'resolved',
      labels: {
        alertname: 'DiskFull',
        instance: 'srv-01.corp.test:9100',
        mountpoint: '/',
        severity: 'critical',
      },
      annotations: {
        summary: 'Disk / of srv-01 is full',
      },
      startsAt: '2026-11-26T21:53:44.873989605Z',
      endsAt: '2026-11-26T21:53:52Z',
      generatorURL: '',
      fingerprint: 'd6860809fef389e4',
    },
    {
      status: 'firing',
      labels: {
        alertname: 'DiskFull',
        instance: 'srv-02.corp.test:9100',
        mountpoint: '/',
        severity: 'warning',
      },
      annotations: {
        summary: 'Disk / of srv-02 is full',
      },
      startsAt: '2026-11-26T21:53:44.873989605Z',
      endsAt: '0001-01-01T00:00:00Z',
      generatorURL: 'http://prometheus.test/graph',
      fingerprint: '635af251ce5e6c36',
    },
  ],
  groupLabels: {
    alertname: 'DiskFull',
  },
  commonLabels: {
    alertname: 'DiskFull',
    mountpoint: '/',
  },
  commonAnnotations: {},
  externalURL: 'http://alertmanager.test:9093',
  version: '4',
  groupKey: '{}:{alertname="DiskFull"}',
  truncatedAlerts: 0,
} as const;
