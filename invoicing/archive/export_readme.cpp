#include "invoicing/archive/export_readme.hpp"

#include <string_view>

namespace invoicing::archive {

namespace {

using domain::Language;
using domain::to_text;

// The recipe is that of invoicing/model/chain.hpp and series/head.hpp; a test follows it as it
// stands here.
constexpr std::string_view french = R"(

Un dossier par série de numérotation. Chaque facture y figure deux fois :
  NUMERO.pdf   le document d'origine (Factur-X : PDF/A-3 avec factur-x.xml en pièce jointe) ;
  NUMERO.xml   les mêmes données en XML (UN/CEFACT CII, profil EN 16931).
Les octets sont ceux de l'émission. NUMERO-Duplicata.pdf : l'original est perdu ou modifié, le PDF
a été produit à nouveau à partir du contenu figé, et le dit sur chaque page.
Une facture dont le PDF n'était pas encore produit à l'instant de l'export n'a que son XML.

manifest.csv (séparateur « ; », décimales avec virgule, UTF-8) et manifest.json listent :
  serie, numero          la série et le numéro, continu par série et par année ;
  nature, kind           en toutes lettres, et par son code ;
  direction              émise ou reçue (commission de la plateforme, achats) ; les totaux de
                         manifest.json sont donnés séparément par direction (sums) ;
  date_emission          date de la facture ; cloture_exercice : fin de l'exercice de la
                         plateforme, dont part le délai de conservation de dix ans ;
  total_ht, _tva, _ttc   en euros ;
  pdf_sha256, xml_sha256 empreintes SHA-256 des deux fichiers, à recalculer librement ;
  chainage               maillon de la facture dans la chaîne de sa série ;
  duplicate              le PDF est un duplicata ;
  damaged                non, ou ce qui en est endommagé chez nous ; sans fichier, la facture n'est
                         que nommée (série, numéro) et n'entre dans aucun total ;
  remade                 les fichiers (pdf, xml) endommagés ou perdus et produits à nouveau à partir
                         du contenu figé ; damages les nomme dans manifest.json.
manifest.json nomme en outre les factures détruites au terme de leur conservation (destroyed).

VÉRIFIER SANS NOUS

Écrire une valeur : sa longueur en octets, « : », la valeur, un saut de ligne (LF) ; une valeur
absente (null) : « - » et un saut de ligne. Toutes les empreintes sont des SHA-256 en hexadécimal.
Pour chaque élément de links d'une facture de manifest.json :
  1. commitment = SHA-256 de salt (tel quel) suivi des valeurs de committed écrites dans l'ordre.
     Pour une entrée « invoice », les deux dernières sont les empreintes du contenu figé et du
     XML ; pour une entrée « file » ou « duplicate », la première est celle du PDF.
     Un PDF perdu ou modifié n'a pas de committed.
  2. hash = SHA-256 de la première valeur de linked écrite, puis de hash_before écrit, puis des
     autres valeurs de linked écrites dans l'ordre ; la dernière est commitment.
  3. hash_before est le hash de la position précédente de la série, vide à la position 1. Qui a
     toute la série recalcule ainsi toute la chaîne ; il n'y manque aucune position.
Chaque élément de heads dit jusqu'où une série des factures émises était arrivée. Sa signature (Ed25519, base64) porte
sur ces lignes, chacune suivie d'un saut de ligne : entremise series head 2 (2 : version), series,
position, number, hash, signed_at, head_before ; ce dernier est le SHA-256 des mêmes lignes de la
tête précédente de la série, vide dans la première. La clé publique key_id est dans signing_keys et
publiée par la plateforme (/v1/signing-keys).
)";

constexpr std::string_view english = R"(

One folder for each series of numbers. Each invoice is there twice:
  NUMBER.pdf   the original document (Factur-X: PDF/A-3 with factur-x.xml attached);
  NUMBER.xml   the same data as XML (UN/CEFACT CII, profile EN 16931).
The bytes are those of the day of issue. NUMBER-Duplicata.pdf: the original is lost or changed, the
PDF was rendered again from the frozen content, and says so on every page.
An invoice whose PDF was not rendered yet at the moment of the export has its XML only.

manifest.csv (separator ";", decimals after a point, UTF-8) and manifest.json list:
  serie, numero          series and number, without gap in a series and year;
  nature, kind           in words, and by its code;
  direction              issued or received (the platform's commission, purchases); the totals of
                         manifest.json are given for each direction (sums);
  date_emission          day of issue; cloture_exercice: end of the platform's fiscal year, from
                         which the ten years of retention run;
  total_ht, _tva, _ttc   net, VAT, gross, in euros;
  pdf_sha256, xml_sha256 SHA-256 of the two files, for anybody to compute again;
  chainage               the invoice's entry in the chain of its series;
  duplicate              the PDF is a duplicate;
  damaged                no, or what of it is damaged here; without a file the invoice is named only
                         (series, number), and is part of no total;
  remade                 the files (pdf, xml) that were damaged or lost, and were made again from
                         the frozen content; in manifest.json damages says why.
manifest.json also names the invoices destroyed at the end of their retention (destroyed).

CHECKING WITHOUT US

To write a value: its length in bytes, ":", the value, a line feed (LF); a value that is not there
(null): "-" and a line feed. Every hash is a SHA-256 in hexadecimal.
For each element of links of an invoice in manifest.json:
  1. commitment = SHA-256 of salt (as it is) followed by the values of committed, written in their
     order. Of an entry "invoice" the last two are the hashes of the frozen content and of the XML;
     of an entry "file" or "duplicate" the first is that of the PDF. A PDF that was lost or
     changed has no committed.
  2. hash = SHA-256 of the first value of linked, written, then hash_before, written, then the other
     values of linked, written in their order; the last of them is commitment.
  3. hash_before is the hash at the position before in the series, empty at position 1. Whoever has
     the whole series computes the whole chain again; no position is missing.
Each element of heads says how far a series of the issued had got. Its signature (Ed25519, base64) is over these
lines, each followed by a line feed: entremise series head 2 (2: version), series, position,
number, hash, signed_at, head_before; the last is the SHA-256 of the same lines of the head before
it in the series, empty in the first. The public key key_id is in signing_keys and published by the
platform (/v1/signing-keys).
)";

} // namespace

std::string readme_of_export(const Scope& scope, Language language)
{
    const bool is_french = language == Language::fr;
    return (is_french ? "ARCHIVE DE FACTURES\n\nPériode d'émission : du "
                      : "ARCHIVE OF INVOICES\n\nIssued from ") +
           to_text(scope.period.from) + (is_french ? " au " : " to ") + to_text(scope.period.to) +
           std::string(is_french ? french : english);
}

std::string readme_name(Language language)
{
    return "README." + std::string(name(language)) + ".txt";
}

} // namespace invoicing::archive
