#include "jobs/retention.hpp"

#include "domain/access/forgetting_store.hpp"
#include "domain/audit/forgetting_store.hpp"
#include "domain/conversations/forgetting.hpp"
#include "domain/core/stored.hpp"
#include "domain/deals/forgetting.hpp"
#include "domain/events/forgetting_store.hpp"
#include "domain/forgetting/key_destruction.hpp"
#include "domain/idempotency/forgetting_store.hpp"
#include "domain/leaving/archives.hpp"
#include "domain/leaving/replayers.hpp"
#include "domain/mail/last_letter.hpp"
#include "domain/moderation/forgetting_store.hpp"
#include "domain/pages/forgetting.hpp"
#include "domain/proposals/forgetting_store.hpp"
#include "domain/reviews/forgetting.hpp"
#include "invoicing/archive/forgetting_store.hpp"
#include "invoicing/former_members/document_link.hpp"
#include "invoicing/issuing/forgetting.hpp"
#include "jobs/last_letters.hpp"
#include "payments/forgetting/forgetting.hpp"

namespace jobs {

using namespace domain;

namespace {

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

leaving::Departure departure(const Marketplace& marketplace)
{
    return {
        .holders = {leaving::order_holds, payments::forgetting::holds, invoicing::issuing::holds},
        .erasers = {conversations::eraser(), reviews::eraser(), reviews::received_eraser(),
                    deals::eraser(), pages::eraser(), idempotency::eraser(),
                    payments::forgetting::eraser(), invoicing::archive::eraser()},
        .last_invoice = invoicing::issuing::last_fiscal_year_end,
        .last_letters = [marketplace](Transaction& tx, const AccountId& account) {
            write_last_letters(tx, marketplace, account);
        }};
}

forgetting::Sweeps sweeps(const Marketplace& marketplace)
{
    const auto& retention = marketplace.policy.retention();
    forgetting::Sweeps all{.rows = row_sweeps(),
                           .objects = leaving::idle_account_sweeps(retention)};
    all.objects.push_back(leaving::closure_sweep(departure(marketplace), retention));
    all.objects.push_back(leaving::connection_key_sweep());
    for (auto& sweep : leaving::contract_sweeps())
        all.objects.push_back(std::move(sweep));
    all.objects.push_back(payments::forgetting::operation_sweep(marketplace.platform));
    all.objects.push_back(
        invoicing::issuing::document_sweep(invoicing::former_members::end_idle_links));
    all.objects.push_back(mail::last_letter_sweep());
    all.objects.push_back(leaving::legal_identity_sweep({payments::forgetting::archive_eraser()}));
    return all;
}

std::vector<forgetting::Duty> duties(const Marketplace& marketplace)
{
    std::vector<forgetting::Duty> all;
    const auto swept = sweeps(marketplace);
    for (const auto& sweep : swept.rows)
        all.push_back(sweep.duty);
    for (const auto& sweep : swept.objects)
        all.push_back(sweep.duty);
    for (const auto& eraser : departure(marketplace).erasers)
        all.push_back(eraser.duty);
    return all;
}

std::vector<forgetting::Replayer> replayers(const Marketplace& marketplace)
{
    auto all = leaving::replayers(departure(marketplace), {payments::forgetting::archive_eraser()},
                                  marketplace.policy.retention());
    all.push_back(invoicing::issuing::document_replayer(invoicing::former_members::end_idle_links));
    all.push_back(moderation::replayer());
    all.push_back(proposals::replayer());
    return all;
}

forgetting::Returned replay_retention(Context& context)
{
    return forgetting::replay(context.db, context.vault,
                              replayers({context.platform, context.policy}));
}

void require_nobody_back(Context& context)
{
    forgetting::require_nobody_back(context.db, context.vault,
                                    replayers({context.platform, context.policy}));
}

forgetting::Plan plan_retention(Context& context, Instant as_of)
{
    return forgetting::plan(context.db, context.policy, sweeps({context.platform, context.policy}),
                            as_of);
}

forgetting::Plan run_retention(Context& context, Instant as_of)
{
    const Marketplace marketplace{context.platform, context.policy};
    const auto agreed =
        forgetting::require_nobody_back(context.db, context.vault, replayers(marketplace));
    context.db.transaction([&](Transaction& tx) { forgetting::note_seen(tx, agreed); });
    return forgetting::run(context.db, context.vault, context.policy, sweeps(marketplace), as_of);
}

std::int64_t retention(Context& context)
{
    return run_retention(context, context.db.now()).total();
}

void on_account_closing(Context& context, const events::Leased&)
{
    const Marketplace marketplace{context.platform, context.policy};
    forgetting::run(
        context.db, context.vault, context.policy,
        {.rows = {},
         .objects = {leaving::closure_sweep(departure(marketplace), context.policy.retention())}},
        context.db.now());
}

void on_sign_up_superseded(Context& context, const events::Leased& event)
{
    const auto account = stored(AccountId::parse(event.subject));
    context.db.transaction([&](Transaction& tx) { leaving::erase_unverified(tx, account); });
    forgetting::destroy_ordered_keys(context.db, context.vault);
}

} // namespace jobs
