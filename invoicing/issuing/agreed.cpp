#include "invoicing/issuing/agreed.hpp"

namespace invoicing::issuing {

using namespace domain;

namespace {

Address address_of(const platform::PostalAddress& address)
{
    return {address.line1, address.line2, address.postcode, address.city, address.country};
}

std::string register_entry(const std::string& city)
{
    return city.empty() ? "" : "RCS " + city;
}

Operator operator_of(const Platform& platform)
{
    Operator us;
    us.identity = identity_of(platform.company);
    us.series = platform.company.invoice_series;
    us.fiscal_year_ends = platform.fiscal_year_end;
    return us;
}

CommissionTerms terms_of(const orders::Commission& agreed)
{
    return {agreed.rate, agreed.vat_rate, agreed.net, agreed.gross()};
}

} // namespace

Identity identity_of(const platform::Company& company)
{
    Identity us;
    us.standing = law::Standing::taxable;
    us.name = company.name;
    us.legal_form = profiles::parse_legal_form(company.legal_form);
    us.share_capital = company.capital;
    us.register_entry = register_entry(company.rcs_city);
    us.siren = company.siren;
    us.siret = company.siret;
    us.vat_number = company.vat_number;
    us.address = address_of(company.address);
    return us;
}

Identity identity_of(const payees::BillingIdentity& party, bool is_seller)
{
    Identity identity;
    identity.standing =
        party.is_company || is_seller ? law::Standing::taxable : law::Standing::consumer;
    identity.name = party.name.name;
    identity.trade_name = party.name.trade_name;
    identity.is_person = profiles::is_natural_person(party.is_company, party.legal_form);
    identity.legal_form = party.legal_form;
    identity.share_capital = party.capital;
    identity.register_entry = register_entry(party.rcs_city);
    identity.siren = party.siren;
    identity.siret = party.siret;
    identity.vat_number = party.vat_number;
    identity.address = address_of(party.address);
    return identity;
}

IssueOrder agreed_order(const orders::Evidence& evidence, const std::optional<Mandate>& mandate,
                        const Platform& platform, Day day)
{
    const auto& offer = evidence.offer;
    return {.order = evidence.order,
            .provider_id = evidence.provider_id,
            .client_id = evidence.client_id,
            .platform = operator_of(platform),
            .provider = identity_of(evidence.provider, true),
            .client = identity_of(evidence.client, false),
            .provider_regime = evidence.provider.vat_regime,
            .service = offer.service_category,
            .performed_in = offer.performed_in,
            .quote = {evidence.quote.text(), day_in_paris(evidence.accepted_at)},
            .prices_are = offer.prices_are,
            .lines = offer.lines,
            .agreed_gross = offer.totals().gross,
            .commission = terms_of(evidence.commission),
            .mandate = mandate,
            .supply_day = day,
            .payment_day = day,
            .collection_day = day};
}

} // namespace invoicing::issuing
