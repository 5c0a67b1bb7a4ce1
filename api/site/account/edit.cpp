#include "api/site/account/edit.hpp"

#include "api/site/access/profile_fields.hpp"
#include "api/site/account/answers.hpp"
#include "api/site/account/consent.hpp"
#include "api/site/account/edit_view.hpp"
#include "api/site/account/proof_fields.hpp"
#include "api/site/frame/operation.hpp"
#include "api/site/frame/page.hpp"
#include "api/site/frame/submitted.hpp"

namespace api::site::account {

using namespace domain;
using nlohmann::json;

namespace {

/// What is stored, and its form.
struct Stored {
    Response read;
    frame::Form form;

    frame::Values values() const { return frame::values_of(form, read.body); }
};

frame::Form edit_form(App& app, const Request& request, const EditPage& page)
{
    const auto me = frame::read(app, request, "read_me");
    const Asking asking{app, request.language, actor_of(request),
                        text_at(me, "legal_kind") == "company"};
    return {.action = frame::Href::to(page.path),
            .button = {"account.save"},
            .fields = page.fields(asking),
            .clears = page.clears,
            .note = {"account.notice"},
            .note_link = frame::Href::to("/privacy")};
}

Stored stored(App& app, const Request& request, const EditPage& page)
{
    return {frame::answered(app, request, page.reads), edit_form(app, request, page)};
}

/// What was typed, but for what proves who typed it.
frame::Values typed_in(const Request& request)
{
    auto values = frame::posted(request);
    std::erase_if(values, [](const auto& one) { return one.first.starts_with("proof."); });
    return values;
}

Response shown_as(App& app, const Request& request, const EditView& view,
                  const frame::Filled& filled)
{
    return frame::page(app, request, frame::headed({.title = view.title}, filled), view);
}

/// What was typed comes back; where verified details are at stake, with what that takes.
Response edit_again(App& app, const Request& request, const EditPage& page, frame::Filled filled)
{
    auto [read, form] = stored(app, request, page);
    filled.values = typed_in(request);
    auto view = edit_view(request, page, read.body);
    if (asks_consent(filled)) {
        const bool has_factor = has_second_factor(app, request);
        view.code_was_mailed = !has_factor && filled.refusal &&
                               filled.refusal->why() == Refusal::verification_at_stake;
        if (view.code_was_mailed) mail_code(app, request);
        for (auto& field : consent_fields(has_factor))
            form.fields.push_back(std::move(field));
        filled.key.clear(); // the code went out under it
    }
    view.form = frame::drawn(app, request, form, filled);
    return shown_as(app, request, view, filled);
}

/// What was typed stays in the form, which now is about what is stored.
Response stale_again(App& app, const Request& request, const EditPage& page, const Refused& refused)
{
    const auto now = stored(app, request, page);
    const frame::Filled filled{
        .values = typed_in(request), .version = frame::version_of(now.read), .refusal = refused};
    auto view = edit_view(request, page, now.read.body);
    view.stale = compared(now.form, now.values(), filled.values);
    view.form = frame::drawn(app, request, now.form, filled);
    return shown_as(app, request, view, filled);
}

/// The form as its operation takes what was posted.
frame::Form edit_operation(App& app, const Request& request, const EditPage& page)
{
    auto form = edit_form(app, request, page);
    const auto posted = frame::posted(request);
    form.fields = access::answered_fields(std::move(form.fields), posted);
    for (auto& field : all_consent_fields()) {
        const auto given = posted.find(field.name);
        if (given != posted.end() && !given->second.empty()) form.fields.push_back(field);
    }
    return form;
}

} // namespace

Response show_edit(App& app, const Request& request, const EditPage& page)
{
    const auto now = stored(app, request, page);
    const frame::Filled filled{.values = now.values(), .version = frame::version_of(now.read)};
    auto view = edit_view(request, page, now.read.body);
    view.told = told(request, {{"saved", "account.saved"}});
    view.form = frame::drawn(app, request, now.form, filled);
    return shown_as(app, request, view, filled);
}

Response save_edit(App& app, const Request& request, const EditPage& page)
{
    try {
        return frame::performed(app, request, edit_operation(app, request, page), page.writes,
                                {.done =
                                     [&](const Response&) {
                                         return frame::see_other(
                                             request,
                                             frame::Href::to(page.path).with("done", "saved"));
                                     },
                                 .again =
                                     [&](const frame::Filled& filled) {
                                         return edit_again(app, request, page, filled);
                                     }});
    } catch (const Refused& refused) {
        if (refused.why() != Refusal::changed_meanwhile) throw;
        return stale_again(app, request, page, refused);
    }
}

} // namespace api::site::account
