import { foldText, wordsOf } from './words.ts';

/** Legal forms: a name that ends with one is an organisation's. */
const LEGAL_FORM =
  /(?:^|[\s,(])(?:inc|llc|llp|ltd|limited|gmbh|mbh|ag|kg|ohg|ug|se|corp|corporation|co|company|plc|pvt|pty|private limited|s\.?a\.?s?|s\.?a\.?r\.?l|sarl|sasu|eurl|s\.?l\.?u?|s\.?p\.?a|s\.?r\.?l|b\.?v|n\.?v|a\/s|aps|oy|ab|sdn bhd|e\.?\s?v|k\.?k|株式会社|有限公司|주식회사)\.?(?=$|[\s,)])/;

const ORGANISATION_WORDS = new Set(
  (
    'technologies technology systems solutions labs lab laboratories bank university institute college school agency studio studios consulting consultancy services software group hospital health healthcare clinic foundation ' +
    'ventures partners holdings industries enterprises international global networks media digital interactive games insurance financial capital airlines energy motors pharma pharmaceuticals telecom communications electronics ' +
    'infotech infosystems tech consultants associates center centre council government ministry department society association church museum library restaurant hotel store shop cafe universitat hochschule universite universidad ' +
    'institut stiftung verein agentur banque banco groupe societe empresa grupo startup council federation bureau office ngo works corporation airways logistics robotics analytics dynamics innovations company'
  ).split(' '),
);

const KNOWN_COMPANIES = new Set(
  (
    'google microsoft amazon apple facebook meta netflix ibm oracle sap intel cisco dell hp accenture infosys wipro tcs cognizant capgemini deloitte kpmg pwc ey mckinsey bcg bain siemens bosch bmw daimler volkswagen audi sony samsung lg ' +
    'nokia ericsson vodafone orange telefonica uber lyft airbnb twitter linkedin spotify stripe paypal square shopify salesforce adobe vmware nvidia amd qualcomm twilio dropbox slack atlassian github gitlab mozilla redhat tesla spacex boeing airbus ' +
    'walmart target disney comcast verizon at&t hsbc barclays citi jpmorgan goldman ubs allianz axa zalando booking klarna yahoo ebay epam thoughtworks freelance self-employed selbststandig freiberuflich independant autonomo'
  ).split(' '),
);

/** How much a text looks like the name of an organisation: 3 and more with a legal form, 0 where nothing speaks for it. */
export function companyScore(text: string): number {
  // "Denver, CO" ends with a state, not with "Company".
  const folded = foldText(text.replace(/,\s*CO$/, ''));
  const words = wordsOf(text);
  if (words.length === 0) return -3;
  let score = 0;
  if (LEGAL_FORM.test(folded)) score += 3;
  if (words.some((word) => ORGANISATION_WORDS.has(word))) score += 1.5;
  if (words.some((word) => KNOWN_COMPANIES.has(word)) || /^self[- ]employed|^freelanc/.test(folded)) score += 1.5;
  if (/^[\p{Ll}]/u.test(text.trim()) && !/\./.test(text)) score -= 1;
  if (words.length > 8) score -= 1.5;
  if (/[.!?]$/.test(text.trim()) && !LEGAL_FORM.test(folded)) score -= 1;
  return score;
}

/** The text ends with a legal form, so a full stop at its end is no end of a sentence. */
export function endsWithLegalForm(text: string): boolean {
  return new RegExp(`${LEGAL_FORM.source}\\s*$`).test(foldText(text));
}

/** Takes off what follows a legal form: "Beta AG, Jena" is "Beta AG" in "Jena". */
export function splitAfterLegalForm(text: string): { name: string; rest: string | null } {
  const match = /^(.+?),\s+(\p{Lu}[\p{L}.'-]+(?:\s\p{Lu}[\p{L}.'-]+){0,2})$/u.exec(text);
  const [, name = '', rest = ''] = match ?? [];
  return match !== null && endsWithLegalForm(name) && !LEGAL_FORM.test(foldText(rest)) ? { name, rest } : { name: text, rest: null };
}
