#include "domain/profiles/profile_store.hpp"

#include "domain/vault/sealed_row.hpp"

namespace domain::profiles {

namespace {

using Sealed = std::optional<std::string>;

struct PersonRow {
    Sealed surname, first_name, birth_date, country_of_residence, nationality;
    auto fields()
    {
        return std::tie(surname, first_name, birth_date, country_of_residence, nationality);
    }
};

struct ContactRow {
    Sealed email, phone, line1, line2, postcode, city, country;
    auto fields() { return std::tie(email, phone, line1, line2, postcode, city, country); }
};

struct CompanyRow {
    Sealed name, legal_form, siret, vat_number, capital, rcs_city;
    std::optional<std::string> siret_none_because, vat_none_because, vat_regime; // codes
    auto fields()
    {
        return std::tie(name, legal_form, siret, vat_number, capital, rcs_city, siret_none_because,
                        vat_none_because, vat_regime);
    }
};

struct ProfileRow {
    PersonRow person;
    ContactRow contact;
    CompanyRow company;
    auto fields() { return std::tuple_cat(person.fields(), contact.fields(), company.fields()); }
};

Sealed code_or_null(const std::string& code)
{
    if (code.empty()) return {};
    return code;
}

vault::SealedRow identity(Transaction& tx, const AccountId& id)
{
    return {tx, "account_identity", Category::identity, id.text()};
}
vault::SealedRow contact(Transaction& tx, const AccountId& id)
{
    return {tx, "account_contact", Category::contact, id.text()};
}
vault::SealedRow company(Transaction& tx, const AccountId& id)
{
    return {tx, "account_company", Category::identity, id.text()};
}

Person opened(Transaction& tx, const AccountId& id, const PersonRow& row)
{
    const auto part = identity(tx, id);
    return {part.opened("surname", row.surname), part.opened("first_name", row.first_name),
            part.opened("birth_date", row.birth_date),
            part.opened("country_of_residence", row.country_of_residence),
            part.opened("nationality", row.nationality)};
}

Contact opened(Transaction& tx, const AccountId& id, const ContactRow& row)
{
    const auto part = contact(tx, id);
    return {part.opened("email", row.email),
            part.opened("phone", row.phone),
            {part.opened("line1", row.line1), part.opened("line2", row.line2),
             part.opened("postcode", row.postcode), part.opened("city", row.city),
             part.opened("country", row.country)}};
}

Company opened(Transaction& tx, const AccountId& id, const CompanyRow& row)
{
    const auto part = company(tx, id);
    return {.name = part.opened("name", row.name),
            .legal_form = part.opened("legal_form", row.legal_form),
            .siret = part.opened("siret", row.siret),
            .siret_none_because = row.siret_none_because.value_or(""),
            .vat_number = part.opened("vat_number", row.vat_number),
            .vat_none_because = row.vat_none_because.value_or(""),
            .vat_regime = row.vat_regime.value_or(""),
            .capital = part.opened("capital", row.capital),
            .rcs_city = part.opened("rcs_city", row.rcs_city)};
}

} // namespace

Person person_of(Transaction& tx, const AccountId& id)
{
    const auto row = tx.maybe<PersonRow>(R"(
        SELECT surname, first_name, birth_date, country_of_residence, nationality
          FROM account_identity
         WHERE account_id = :id)",
                                         id);
    if (!row) return {};
    return opened(tx, id, *row);
}

Contact contact_of(Transaction& tx, const AccountId& id)
{
    const auto row = tx.maybe<ContactRow>(R"(
        SELECT email, phone, line1, line2, postcode, city, country
          FROM account_contact
         WHERE account_id = :id)",
                                          id);
    if (!row) return {};
    return opened(tx, id, *row);
}

Company company_of(Transaction& tx, const AccountId& id)
{
    const auto row = tx.maybe<CompanyRow>(R"(
        SELECT name, legal_form, siret, vat_number, capital, rcs_city, siret_none_because,
               vat_none_because, vat_regime
          FROM account_company
         WHERE account_id = :id)",
                                          id);
    if (!row) return {};
    return opened(tx, id, *row);
}

Profile profile_of(Transaction& tx, const accounts::Account& account)
{
    const auto row = tx.one<ProfileRow>(R"(
        SELECT i.surname, i.first_name, i.birth_date, i.country_of_residence, i.nationality,
               c.email, c.phone, c.line1, c.line2, c.postcode, c.city, c.country,
               o.name, o.legal_form, o.siret, o.vat_number, o.capital, o.rcs_city,
               o.siret_none_because, o.vat_none_because, o.vat_regime
          FROM accounts a
          LEFT JOIN account_identity i ON i.account_id = a.id
          LEFT JOIN account_contact c ON c.account_id = a.id
          LEFT JOIN account_company o ON o.account_id = a.id
         WHERE a.id = :id)",
                                        account.id);
    return {.is_client = account.is_client,
            .is_provider = account.is_provider,
            .is_company = account.is_company,
            .clientele = account.clientele,
            .language = account.language,
            .person = opened(tx, account.id, row.person),
            .contact = opened(tx, account.id, row.contact),
            .company = opened(tx, account.id, row.company)};
}

void write_person(Transaction& tx, const AccountId& id, const Person& person)
{
    const auto part = identity(tx, id);
    tx.run(R"(
        INSERT INTO account_identity (account_id, surname, first_name, birth_date,
                                      country_of_residence, nationality)
        VALUES (:id, :surname, :first_name, :birth_date, :country, :nationality)
        ON CONFLICT (account_id) DO UPDATE
           SET surname = excluded.surname, first_name = excluded.first_name,
               birth_date = excluded.birth_date,
               country_of_residence = excluded.country_of_residence,
               nationality = excluded.nationality)",
           id, part.sealed("surname", person.surname), part.sealed("first_name", person.first_name),
           part.sealed("birth_date", person.birth_date),
           part.sealed("country_of_residence", person.country_of_residence),
           part.sealed("nationality", person.nationality));
}

void write_contact(Transaction& tx, const AccountId& id, const Contact& contact_given)
{
    const auto part = contact(tx, id);
    const auto& address = contact_given.address;
    tx.run(R"(
        INSERT INTO account_contact (account_id, email, phone, line1, line2, postcode, city,
                                     country)
        VALUES (:id, :email, :phone, :line1, :line2, :postcode, :city, :country)
        ON CONFLICT (account_id) DO UPDATE
           SET email = excluded.email, phone = excluded.phone, line1 = excluded.line1,
               line2 = excluded.line2, postcode = excluded.postcode, city = excluded.city,
               country = excluded.country)",
           id, part.sealed("email", contact_given.email), part.sealed("phone", contact_given.phone),
           part.sealed("line1", address.line1), part.sealed("line2", address.line2),
           part.sealed("postcode", address.postcode), part.sealed("city", address.city),
           part.sealed("country", address.country));
}

void write_company(Transaction& tx, const AccountId& id, const Company& given)
{
    const auto part = company(tx, id);
    tx.run(R"(
        INSERT INTO account_company (account_id, name, legal_form, siret, siret_none_because,
                                     vat_number, vat_none_because, vat_regime, capital, rcs_city)
        VALUES (:id, :name, :legal_form, :siret, :siret_none, :vat_number, :vat_none, :vat_regime,
                :capital, :rcs_city)
        ON CONFLICT (account_id) DO UPDATE
           SET name = excluded.name, legal_form = excluded.legal_form, siret = excluded.siret,
               siret_none_because = excluded.siret_none_because,
               vat_number = excluded.vat_number, vat_none_because = excluded.vat_none_because,
               vat_regime = excluded.vat_regime, capital = excluded.capital,
               rcs_city = excluded.rcs_city)",
           id, part.sealed("name", given.name), part.sealed("legal_form", given.legal_form),
           part.sealed("siret", given.siret), code_or_null(given.siret_none_because),
           part.sealed("vat_number", given.vat_number), code_or_null(given.vat_none_because),
           code_or_null(given.vat_regime), part.sealed("capital", given.capital),
           part.sealed("rcs_city", given.rcs_city));
}

} // namespace domain::profiles
