#include "invoicing/rendering/cii.hpp"

#include <algorithm>

#include "invoicing/rendering/xml_writer.hpp"

namespace invoicing::rendering {

namespace {

using namespace domain;

constexpr const char* namespaces =
    "xmlns:rsm=\"urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100\" "
    "xmlns:ram=\"urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:"
    "100\" "
    "xmlns:udt=\"urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100\" "
    "xmlns:qdt=\"urn:un:unece:uncefact:data:standard:QualifiedDataType:100\"";

/// Format 102: CCYYMMDD.
std::string compact(Day day)
{
    auto text = to_text(day);
    std::erase(text, '-');
    return text;
}

std::string scheme(std::string_view id)
{
    return "schemeID=\"" + std::string(id) + "\"";
}

void date(XmlWriter& xml, const char* element, Day day)
{
    xml.begin(element);
    xml.leaf("udt:DateTimeString", compact(day), "format=\"102\"");
    xml.end();
}

void context(XmlWriter& xml, const Invoice& invoice)
{
    xml.begin("rsm:ExchangedDocumentContext");
    xml.begin("ram:BusinessProcessSpecifiedDocumentContextParameter");
    xml.leaf("ram:ID", invoice.business_process);
    xml.end();
    xml.begin("ram:GuidelineSpecifiedDocumentContextParameter");
    xml.leaf("ram:ID", "urn:cen.eu:en16931:2017");
    xml.end();
    xml.end();
}

void document(XmlWriter& xml, const Invoice& invoice)
{
    xml.begin("rsm:ExchangedDocument");
    xml.leaf("ram:ID", invoice.number);
    xml.leaf("ram:TypeCode", type_code(invoice.kind));
    date(xml, "ram:IssueDateTime", invoice.issue_day);
    for (const auto& note : invoice.notes) {
        xml.begin("ram:IncludedNote");
        xml.leaf("ram:Content", note.text);
        xml.leaf_if("ram:SubjectCode", note.code);
        xml.end();
    }
    xml.end();
}

/// BR-O-05 and BR-O-07: outside the scope of VAT there is no rate, not even zero.
void rate(XmlWriter& xml, VatCategory category, BasisPoints rate)
{
    if (category != VatCategory::outside) xml.leaf("ram:RateApplicablePercent", decimal(rate));
}

void line(XmlWriter& xml, const Line& line, std::size_t number)
{
    xml.begin("ram:IncludedSupplyChainTradeLineItem");
    xml.begin("ram:AssociatedDocumentLineDocument");
    xml.leaf("ram:LineID", std::to_string(number));
    xml.end();
    xml.begin("ram:SpecifiedTradeProduct");
    xml.leaf("ram:Name", line.designation);
    xml.leaf_if("ram:Description", line.description);
    xml.end();
    xml.begin("ram:SpecifiedLineTradeAgreement");
    xml.begin("ram:NetPriceProductTradePrice");
    xml.leaf("ram:ChargeAmount", decimal(line.unit_price));
    xml.end();
    xml.end();
    xml.begin("ram:SpecifiedLineTradeDelivery");
    xml.leaf("ram:BilledQuantity", decimal(line.quantity), "unitCode=\"" + line.unit_code + "\"");
    xml.end();
    xml.begin("ram:SpecifiedLineTradeSettlement");
    xml.begin("ram:ApplicableTradeTax");
    xml.leaf("ram:TypeCode", "VAT");
    xml.leaf("ram:CategoryCode", code(line.category));
    rate(xml, line.category, line.rate);
    xml.end();
    xml.begin("ram:SpecifiedTradeSettlementLineMonetarySummation");
    xml.leaf("ram:LineTotalAmount", decimal(line.net));
    xml.end();
    xml.end();
    xml.end();
}

void identifiers(XmlWriter& xml, const Party& party)
{
    xml.leaf_if("ram:GlobalID", party.siret, scheme("0009"));
    xml.leaf("ram:Name", party.name);
}

void legal_organization(XmlWriter& xml, const Party& party)
{
    if (party.legal_id.empty() && party.trade_name.empty()) return;
    xml.begin("ram:SpecifiedLegalOrganization");
    xml.leaf_if("ram:ID", party.legal_id, scheme(party.legal_id_scheme));
    xml.leaf_if("ram:TradingBusinessName", party.trade_name);
    xml.end();
}

void address(XmlWriter& xml, const Address& address)
{
    xml.begin("ram:PostalTradeAddress");
    xml.leaf_if("ram:PostcodeCode", address.postcode);
    xml.leaf_if("ram:LineOne", address.line_one);
    xml.leaf_if("ram:LineTwo", address.line_two);
    xml.leaf_if("ram:CityName", address.city);
    xml.leaf("ram:CountryID", address.country.text());
    xml.end();
}

void registrations(XmlWriter& xml, const Party& party)
{
    if (party.endpoint) {
        xml.begin("ram:URIUniversalCommunication");
        xml.leaf("ram:URIID", party.endpoint->id, scheme(party.endpoint->scheme));
        xml.end();
    }
    const bool has_vat_number = !party.vat_number.empty();
    const auto& id = has_vat_number ? party.vat_number : party.tax_registration;
    if (id.empty()) return;
    xml.begin("ram:SpecifiedTaxRegistration");
    xml.leaf("ram:ID", id, scheme(has_vat_number ? "VA" : "FC"));
    xml.end();
}

void agreement(XmlWriter& xml, const Invoice& invoice)
{
    xml.begin("ram:ApplicableHeaderTradeAgreement");
    xml.begin("ram:SellerTradeParty");
    identifiers(xml, invoice.seller);
    xml.leaf_if("ram:Description", invoice.seller.legal_notice);
    legal_organization(xml, invoice.seller);
    address(xml, invoice.seller.address);
    registrations(xml, invoice.seller);
    xml.end();
    xml.begin("ram:BuyerTradeParty");
    identifiers(xml, invoice.buyer);
    legal_organization(xml, invoice.buyer);
    address(xml, invoice.buyer.address);
    registrations(xml, invoice.buyer);
    xml.end();
    if (!invoice.purchase_order.empty()) {
        xml.begin("ram:BuyerOrderReferencedDocument");
        xml.leaf("ram:IssuerAssignedID", invoice.purchase_order);
        xml.end();
    }
    xml.end();
}

void delivery(XmlWriter& xml, const Invoice& invoice)
{
    xml.begin("ram:ApplicableHeaderTradeDelivery");
    xml.begin("ram:ActualDeliverySupplyChainEvent");
    date(xml, "ram:OccurrenceDateTime", invoice.supply_day);
    xml.end();
    xml.end();
}

void tax(XmlWriter& xml, const VatTotal& vat, bool on_debits)
{
    xml.begin("ram:ApplicableTradeTax");
    xml.leaf("ram:CalculatedAmount", decimal(vat.vat));
    xml.leaf("ram:TypeCode", "VAT");
    xml.leaf_if("ram:ExemptionReason", vat.reason);
    xml.leaf("ram:BasisAmount", decimal(vat.base));
    xml.leaf("ram:CategoryCode", code(vat.category));
    xml.leaf_if("ram:ExemptionReasonCode", vat.reason_code);
    if (on_debits) xml.leaf("ram:DueDateTypeCode", "5"); // UNTDID 2475: the invoice's date
    rate(xml, vat.category, vat.rate);
    xml.end();
}

void allowance(XmlWriter& xml, const Allowance& allowance)
{
    xml.begin("ram:SpecifiedTradeAllowanceCharge");
    xml.begin("ram:ChargeIndicator");
    xml.leaf("udt:Indicator", "false");
    xml.end();
    xml.leaf("ram:ActualAmount", decimal(allowance.net));
    xml.leaf("ram:ReasonCode", "95"); // UNTDID 5189: discount
    xml.leaf("ram:Reason", allowance.reason);
    xml.begin("ram:CategoryTradeTax");
    xml.leaf("ram:TypeCode", "VAT");
    xml.leaf("ram:CategoryCode", code(allowance.category));
    rate(xml, allowance.category, allowance.rate);
    xml.end();
    xml.end();
}

void totals(XmlWriter& xml, const Invoice& invoice)
{
    const auto& totals = invoice.totals;
    xml.begin("ram:SpecifiedTradeSettlementHeaderMonetarySummation");
    xml.leaf("ram:LineTotalAmount", decimal(totals.lines));
    if (totals.allowances.minor() != 0) {
        xml.leaf("ram:AllowanceTotalAmount", decimal(totals.allowances));
    }
    xml.leaf("ram:TaxBasisTotalAmount", decimal(totals.net));
    xml.leaf("ram:TaxTotalAmount", decimal(totals.vat),
             "currencyID=\"" + std::string(code(invoice.currency)) + "\"");
    xml.leaf("ram:GrandTotalAmount", decimal(totals.gross));
    if (totals.paid.minor() != 0) xml.leaf("ram:TotalPrepaidAmount", decimal(totals.paid));
    xml.leaf("ram:DuePayableAmount", decimal(totals.due));
    xml.end();
}

void settlement(XmlWriter& xml, const Invoice& invoice)
{
    xml.begin("ram:ApplicableHeaderTradeSettlement");
    xml.leaf("ram:InvoiceCurrencyCode", code(invoice.currency));
    xml.begin("ram:SpecifiedTradeSettlementPaymentMeans");
    xml.leaf("ram:TypeCode", invoice.payment_means);
    xml.end();
    for (const auto& vat : invoice.vat)
        tax(xml, vat, invoice.vat_on_debits);
    for (const auto& a : invoice.allowances)
        allowance(xml, a);
    xml.begin("ram:SpecifiedTradePaymentTerms");
    date(xml, "ram:DueDateDateTime", invoice.due_day);
    xml.end();
    totals(xml, invoice);
    for (const auto& reference : invoice.preceding) {
        xml.begin("ram:InvoiceReferencedDocument");
        xml.leaf("ram:IssuerAssignedID", reference.number);
        xml.begin("ram:FormattedIssueDateTime");
        xml.leaf("qdt:DateTimeString", compact(reference.day), "format=\"102\"");
        xml.end();
        xml.end();
    }
    xml.end();
}

} // namespace

std::string cii_xml(const Invoice& invoice)
{
    XmlWriter xml;
    xml.begin("rsm:CrossIndustryInvoice", namespaces);
    context(xml, invoice);
    document(xml, invoice);
    xml.begin("rsm:SupplyChainTradeTransaction");
    for (std::size_t i = 0; i < invoice.lines.size(); ++i)
        line(xml, invoice.lines[i], i + 1);
    agreement(xml, invoice);
    delivery(xml, invoice);
    settlement(xml, invoice);
    xml.end();
    xml.end();
    return std::move(xml).text();
}

} // namespace invoicing::rendering
