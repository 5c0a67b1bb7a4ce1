#pragma once

#include "invoicing/issuing/issue_order.hpp"

/// The deal of the sample documents: Atelier Dupont SARL (Lyon) advised Client SA (Paris) for
/// 7.5 hours at 33.3333 EUR, through PLATEFORME SAS, which keeps 30 EUR plus VAT.
namespace samples {

inline constexpr domain::Day quoted{std::chrono::year{2026}, std::chrono::October,
                                    std::chrono::day{12}};
inline constexpr domain::Day paid{std::chrono::year{2026}, std::chrono::October,
                                  std::chrono::day{20}};
inline constexpr domain::Day supplied{std::chrono::year{2026}, std::chrono::November,
                                      std::chrono::day{4}};
inline constexpr domain::Day issued{std::chrono::year{2026}, std::chrono::November,
                                    std::chrono::day{5}};

inline domain::Instant noon(domain::Day day)
{
    return domain::start_of_day_in_paris(day) + std::chrono::hours{12};
}

inline invoicing::issuing::Identity atelier_dupont()
{
    return {.standing = invoicing::law::Standing::taxable,
            .name = "Atelier Dupont SARL",
            .legal_form = domain::profiles::parse_legal_form("SARL"),
            .share_capital = "1000 EUR",
            .register_entry = "RCS Lyon",
            .siren = "123456782",
            .siret = "12345678200010",
            .vat_number = "FR11123456782",
            .address = {"1 rue A", "", "69001", "Lyon", domain::Country::of("FR")}};
}

inline invoicing::issuing::Identity client_sa()
{
    return {.standing = invoicing::law::Standing::taxable,
            .name = "Client SA",
            .legal_form = domain::profiles::parse_legal_form("SA"),
            .siren = "987654324",
            .vat_number = "FR14987654324",
            .address = {"2 rue B", "", "75002", "Paris", domain::Country::of("FR")}};
}

inline invoicing::issuing::Identity kunde_gmbh()
{
    return {.standing = invoicing::law::Standing::taxable,
            .name = "Kunde GmbH",
            .legal_form = domain::profiles::parse_legal_form("GmbH"),
            .vat_number = "DE811871080",
            .vat_check = "WAPIAAAAX0000001",
            .address = {"Str. 1", "", "10115", "Berlin", domain::Country::of("DE")}};
}

inline invoicing::issuing::Identity ana_martin()
{
    return {.standing = invoicing::law::Standing::consumer,
            .name = "Ana Martin",
            .address = {"12 rue des Lilas", "Bâtiment C", "44000", "Nantes",
                        domain::Country::of("FR")}};
}

inline invoicing::issuing::Operator plateforme()
{
    invoicing::issuing::Operator platform;
    platform.identity = {.standing = invoicing::law::Standing::taxable,
                         .name = "PLATEFORME SAS",
                         .legal_form = domain::profiles::parse_legal_form("SAS"),
                         .share_capital = "10000 EUR",
                         .register_entry = "RCS Lyon",
                         .siren = "555666775",
                         .vat_number = "FR47555666775",
                         .address = {"3 rue C", "", "69002", "Lyon", domain::Country::of("FR")}};
    platform.series = "PF";
    return platform;
}

/// fr-b2b-s2-mandate-20pct: business to business, 20 %.
inline invoicing::issuing::IssueOrder advice()
{
    using namespace domain;
    const auto start = noon(quoted);
    return {.order = OrderId::fresh(start),
            .provider_id = AccountId::fresh(start),
            .client_id = AccountId::fresh(start),
            .platform = plateforme(),
            .provider = atelier_dupont(),
            .client = client_sa(),
            .quote = {"D-2026-0099", quoted},
            .lines = {{"Prestation de conseil", Quantity{75'000}, "HUR", UnitPrice{33'333'300},
                       BasisPoints{2000}}},
            .agreed_gross = eur(300'00),
            .commission = {BasisPoints{1000}, BasisPoints{2000}, eur(30'00), eur(36'00)},
            .mandate = invoicing::Mandate{"2026-01", std::string(64, 'a'), noon(quoted)},
            .supply_day = supplied,
            .payment_day = paid,
            .collection_day = issued};
}

/// fr-b2b-s2-franchise-293B.
inline invoicing::issuing::IssueOrder franchise_advice()
{
    auto order = advice();
    order.provider_regime = invoicing::law::Regime::franchise;
    order.provider.vat_number.clear();
    order.lines[0].vat_rate = {0};
    order.agreed_gross = domain::eur(250'00);
    return order;
}

/// eu-b2b-reverse-charge-AE.
inline invoicing::issuing::IssueOrder advice_to_germany()
{
    auto order = advice();
    order.client = kunde_gmbh();
    order.lines[0].vat_rate = {0};
    order.agreed_gross = domain::eur(250'00);
    return order;
}

/// A consumer who agreed on prices with VAT, two rates, in several lines.
inline invoicing::issuing::IssueOrder portraits()
{
    using namespace domain;
    auto order = advice();
    order.client = ana_martin();
    order.prices_are = invoicing::issuing::PricesAre::gross;
    order.lines = {{"Retouche de portraits : lumière, peau, arrière-plan", Quantity{120'000}, "C62",
                    UnitPrice{14'900'000}, BasisPoints{2000}},
                   {"Tirage d'art signé, papier coton 30 × 40 cm", Quantity{20'000}, "C62",
                    UnitPrice{85'000'000}, BasisPoints{550}},
                   {"Séance de conseil à distance", Quantity{15'000}, "HUR", UnitPrice{60'000'000},
                    BasisPoints{2000}}};
    order.agreed_gross = eur(438'80);
    order.commission = {BasisPoints{2000}, BasisPoints{2000}, eur(75'00), eur(90'00)};
    return order;
}

} // namespace samples
