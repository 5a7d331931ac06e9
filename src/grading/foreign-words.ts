// The commonest words of other languages that are no English words.
const FOREIGN = new Set(
  `vor nach danach deshalb damit weil denn muss über zwischen dieser dieses einer eines haben wurde
  der die das und ist nicht ein eine einen mit von auf für wird sind werden wenn auch oder aber durch wir ich sie dass zum zur bei nur kann
  le la les des est une dans pour que qui avec sur pas sont cette ce au aux nous vous je mais ou donc être fait
  el los las una por para con del es que se lo como pero más su este esta son muy cuando porque
  il di che gli della delle sono per con non una nel più ho questo anche come quando
  o os as um uma não para com em dos das que por mais foi eu isso está são você
  de het een en van niet dat zijn voor met maar ook naar wordt als bij deze
  och att det som en på är av för inte med jag den till om har
  og er på til ikke jeg som av med det den
  ja on ei että se oli mutta kun tai olla
  nie jest się na że do to jak z w przez który oraz są dla
  bir ve bu için ile olarak çok değil olan daha ama
  yang dan di untuk dengan ini itu tidak dari pada adalah
  hai mein aur nahi karta kya hota hoti bhi
  az és egy nem hogy ez van meg volt
  și este nu la cu pe un ca sunt din pentru`.split(/\s+/),
);
const AMBIGUOUS = new Set('die on to an as a en is do so no me data use son per on in at kit was war can den come van her bin ten i o not ha'.split(' '));

/** A common word of another language, and no English one. */
export const isForeign = (word: string): boolean => FOREIGN.has(word) && !AMBIGUOUS.has(word);
