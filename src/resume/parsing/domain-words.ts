/** The domains that an interview can be about. */
export const DOMAINS = [
  'javascript', 'typescript', 'node', 'react', 'html-css', 'mobile', 'testing', 'git-and-teamwork', 'python', 'java', 'go', 'rust', 'cpp', 'algorithms',
  'operating-systems', 'networking', 'sql', 'data-modelling', 'distributed-systems', 'system-design', 'cloud', 'containers-ci-cd', 'security', 'machine-learning',
  'data-engineering', 'statistics', 'api-design', 'observability',
] as const;

export type Domain = (typeof DOMAINS)[number];

/** Titles and roles speak for domains, the first one most. Folded texts. */
export const ROLE_DOMAINS: readonly (readonly [RegExp, readonly Domain[]])[] = [
  [/front[- ]?end|\bui\b|web (?:developer|designer|entwickler)|react/, ['javascript', 'react', 'html-css', 'typescript']],
  [/full[- ]?stack/, ['javascript', 'api-design', 'sql', 'react', 'node', 'system-design']],
  [/back[- ]?end|server|api\b|software (?:engineer|developer|architect)|softwareentwickl|developpeu|desarrollador/, ['api-design', 'system-design', 'sql', 'algorithms']],
  [/mobile|android|\bios\b|flutter/, ['mobile', 'api-design']],
  [/data engineer|etl|data warehouse|big data/, ['data-engineering', 'sql', 'distributed-systems', 'python']],
  [/machine learning|\bml\b|\bai\b|deep learning|nlp|computer vision/, ['machine-learning', 'python', 'statistics']],
  [/data scien|quant|statistic/, ['statistics', 'machine-learning', 'python', 'sql']],
  [/data analyst|business intelligence|\bbi\b|analyst/, ['sql', 'statistics', 'data-modelling']],
  [/devops|platform|site reliability|\bsre\b|infrastructure|cloud/, ['containers-ci-cd', 'cloud', 'observability', 'operating-systems']],
  [/security|cyber|penetration|infosec/, ['security', 'networking', 'operating-systems']],
  [/network|telecom/, ['networking', 'operating-systems', 'security']],
  [/\bqa\b|test|quality assurance|sdet/, ['testing', 'git-and-teamwork', 'api-design']],
  [/embedded|firmware|driver|kernel|c\+\+/, ['cpp', 'operating-systems', 'algorithms']],
  [/database|\bdba\b/, ['sql', 'data-modelling', 'operating-systems']],
  [/system(?:s)? (?:admin|engineer)|administrator|support/, ['operating-systems', 'networking', 'security']],
  [/architect|staff|principal/, ['system-design', 'distributed-systems', 'cloud']],
  [/\bjava\b/, ['java', 'sql', 'api-design']],
  [/python|django/, ['python', 'api-design']],
  [/\bgolang\b|\bgo (?:developer|engineer)/, ['go', 'distributed-systems']],
  [/rust/, ['rust', 'operating-systems']],
  [/node/, ['node', 'javascript', 'api-design']],
  [/manager|lead|head|scrum|product owner|project/, ['git-and-teamwork', 'system-design']],
];
