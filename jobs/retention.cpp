#include "jobs/retention.hpp"

#include "domain/access/forgetting_store.hpp"
#include "domain/audit/forgetting_store.hpp"
#include "domain/conversations/conversations.hpp"
#include "domain/events/forgetting_store.hpp"
#include "domain/idempotency/forgetting_store.hpp"
#include "domain/leaving/archives.hpp"
#include "domain/moderation/forgetting_store.hpp"
#include "domain/pages/pages.hpp"
#include "domain/profiles/profile_store.hpp"
#include "domain/quotes/forgetting_store.hpp"
#include "domain/requests/forgetting_store.hpp"
#include "domain/reviews/reviews.hpp"
#include "invoicing/archive/forgetting_store.hpp"
#include "invoicing/issuing/forgetting.hpp"
#include "payments/forgetting/forgetting.hpp"

namespace jobs {

using namespace domain;
using forgetting::Leaving;

namespace {

void forget_messages(Transaction& tx, const Leaving& leaving)
{
    conversations::forget_author(tx, leaving.account);
}

/// The author's own names, address and numbers leave the texts it wrote about others.
void forget_reviews(Transaction& tx, const Leaving& leaving)
{
    const auto person = profiles::person_of(tx, leaving.account);
    const auto contact = profiles::contact_of(tx, leaving.account);
    const auto company = profiles::company_of(tx, leaving.account);
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
    idempotency::erase_answers(tx, leaving.account);
}

/// What only has an age, of every room.
std::vector<forgetting::RowSweep> row_sweeps()
{
    auto all = access::aged_access();
    all.push_back(idempotency::aged_answers());
    all.push_back(events::done_events());
    all.push_back(audit::aged_acts());
    all.push_back(invoicing::archive::aged_reads());
    all.push_back(moderation::aged_moderation());
    return all;
}

} // namespace

leaving::Departure departure()
{
    return {
        .holders = {leaving::order_holds, payments::forgetting::holds, invoicing::issuing::holds},
        .erasers = {{"messages", forget_messages},
                    {"reviews", forget_reviews},
                    {"requests and quotes", forget_offers},
                    {"page, services and files", forget_page},
                    {"stored answers", forget_answers},
                    payments::forgetting::eraser(),
                    invoicing::archive::eraser()},
        .last_invoice = invoicing::issuing::last_fiscal_year_end};
}

forgetting::Sweeps sweeps(const Context& context)
{
    forgetting::Sweeps all{.rows = row_sweeps(), .objects = leaving::idle_account_sweeps()};
    all.objects.push_back(leaving::closure_sweep(departure()));
    all.objects.push_back(leaving::connection_key_sweep());
    for (auto& sweep : leaving::contract_sweeps())
        all.objects.push_back(std::move(sweep));
    all.objects.push_back(payments::forgetting::operation_sweep(context.platform));
    all.objects.push_back(invoicing::issuing::document_sweep());
    all.objects.push_back(leaving::legal_identity_sweep({payments::forgetting::archive_eraser()}));
    return all;
}

forgetting::Plan plan_retention(Context& context, Instant as_of)
{
    return forgetting::plan(context.db, context.policy, sweeps(context), as_of);
}

forgetting::Plan run_retention(Context& context, Instant as_of)
{
    return forgetting::run(context.db, context.vault, context.policy, sweeps(context), as_of);
}

std::int64_t retention(Context& context)
{
    return run_retention(context, context.db.now()).total();
}

void on_account_closing(Context& context, const events::Leased&)
{
    forgetting::run(context.db, context.vault, context.policy,
                    {.rows = {}, .objects = {leaving::closure_sweep(departure())}},
                    context.db.now());
}

} // namespace jobs
