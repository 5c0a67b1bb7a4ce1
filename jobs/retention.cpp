#include "jobs/retention.hpp"

#include "domain/conversations/conversations.hpp"
#include "domain/leaving/archives.hpp"
#include "domain/pages/pages.hpp"
#include "domain/profiles/profile_store.hpp"
#include "domain/quotes/forgetting_store.hpp"
#include "domain/requests/forgetting_store.hpp"
#include "domain/reviews/reviews.hpp"
#include "invoicing/issuing/forgetting.hpp"
#include "payments/forgetting/forgetting.hpp"

namespace jobs {

using namespace domain;
using privacy::Leaving;

namespace {

void forget_messages(Transaction& tx, const Leaving& leaving)
{
    conversations::forget_author(tx, leaving.account);
}

/// The author's own names, address and numbers leave the texts it wrote about others.
void forget_reviews(Transaction& tx, const Leaving& leaving)
{
    const auto person = accounts::person_of(tx, leaving.account);
    const auto contact = accounts::contact_of(tx, leaving.account);
    const auto company = accounts::company_of(tx, leaving.account);
    reviews::forget_author(tx, leaving.account,
                           {person.first_name + " " + person.surname, person.surname,
                            person.first_name, contact.email, contact.phone, contact.address.line1,
                            company.name, company.siret});
}

void forget_offers(Transaction& tx, const Leaving& leaving)
{
    for (const auto& quote : quotes::unaccepted_of(tx, leaving.account))
        quotes::erase(tx, quote);
    for (const auto& quote : quotes::accepted_of(tx, leaving.account))
        quotes::erase_texts(tx, quote);
    requests::erase_recipient(tx, leaving.account);
    requests::erase_of_client(tx, leaving.account);
}

void forget_page(Transaction& tx, const Leaving& leaving)
{
    pages::erase(tx, leaving.account);
}

void forget_answers(Transaction& tx, const Leaving& leaving)
{
    privacy::erase_stored_answers(tx, leaving.account);
}

} // namespace

privacy::Departure departure()
{
    return {.holders = {privacy::order_holds, payments::holds, invoicing::holds},
            .erasers = {{"messages", forget_messages},
                        {"reviews", forget_reviews},
                        {"requests and quotes", forget_offers},
                        {"page, services and files", forget_page},
                        {"stored answers", forget_answers},
                        payments::eraser(),
                        invoicing::eraser()},
            .last_invoice = invoicing::last_fiscal_year_end};
}

privacy::Sweeps sweeps(const Context& context)
{
    privacy::Sweeps all{.rows = privacy::aged_row_sweeps(),
                        .objects = privacy::idle_account_sweeps()};
    all.objects.push_back(privacy::closure_sweep(departure()));
    all.objects.push_back(privacy::connection_key_sweep());
    for (auto& sweep : privacy::contract_sweeps())
        all.objects.push_back(std::move(sweep));
    all.objects.push_back(payments::operation_sweep(context.platform));
    all.objects.push_back(invoicing::document_sweep());
    all.objects.push_back(privacy::legal_identity_sweep({payments::archive_eraser()}));
    return all;
}

privacy::Plan plan_retention(Context& context, Instant as_of)
{
    return privacy::plan(context.db, context.policy, sweeps(context), as_of);
}

privacy::Plan run_retention(Context& context, Instant as_of)
{
    return privacy::run(context.db, context.vault, context.policy, sweeps(context), as_of);
}

std::int64_t retention(Context& context)
{
    return run_retention(context, context.db.now()).total();
}

void on_account_closing(Context& context, const events::Leased&)
{
    privacy::run(context.db, context.vault, context.policy,
                 {.rows = {}, .objects = {privacy::closure_sweep(departure())}}, context.db.now());
}

} // namespace jobs
