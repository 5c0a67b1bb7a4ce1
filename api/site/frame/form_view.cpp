#include "api/site/frame/form_view.hpp"

#include <algorithm>
#include <array>

#include "api/pipeline/own_form.hpp"
#include "api/site/frame/frame_view.hpp"
#include "api/site/frame/site.hpp"
#include "domain/core/crypto.hpp"

namespace api::site::frame {

using namespace domain;

namespace {

/// How an <input> is asked for on a keyboard.
struct InputManner {
    Kind kind;
    std::string_view type, mode;
};

constexpr std::array<InputManner, 8> input_manners = {{{Kind::text, "text", ""},
                                                       {Kind::email, "email", "email"},
                                                       {Kind::telephone, "tel", "tel"},
                                                       {Kind::password, "password", ""},
                                                       {Kind::code, "text", "numeric"},
                                                       {Kind::number, "text", "numeric"},
                                                       {Kind::money, "text", "decimal"},
                                                       {Kind::day, "date", ""}}};

const InputManner& manner_of(Kind kind)
{
    const auto* found = std::ranges::find(input_manners, kind, &InputManner::kind);
    return found == input_manners.end() ? input_manners.front() : *found;
}

bool is_input(Kind kind)
{
    return std::ranges::find(input_manners, kind, &InputManner::kind) != input_manners.end();
}

std::string id_of(std::string_view form, std::string_view name)
{
    std::string id(name);
    std::ranges::replace_if(
        id, [](char c) { return c == '.' || c == '[' || c == ']'; }, '-');
    return std::string(form) + "-" + id;
}

bool is_among(std::string_view lines, std::string_view value)
{
    while (!lines.empty()) {
        const auto line = lines.substr(0, lines.find('\n'));
        if (line == value) return true;
        lines.remove_prefix(std::min(lines.size(), line.size() + 1));
    }
    return false;
}

/// Whether a complaint about `path` is shown at the field: its own, of something in it, or of the
/// whole that it is part of.
bool is_about(std::string_view path, std::string_view field)
{
    const auto is_in = [](std::string_view inner, std::string_view outer) {
        return inner.starts_with(outer) && inner.size() > outer.size() &&
               (inner[outer.size()] == '.' || inner[outer.size()] == '[');
    };
    return path == field || is_in(path, field) || is_in(field, path);
}

std::string described_by(const FieldView& view)
{
    const auto id = id_of(view.form, view.field.name);
    std::string ids;
    if (!view.field.hint.key.empty()) ids = id + "-hint";
    if (!view.fault.empty()) ids += (ids.empty() ? "" : " ") + id + "-error";
    return ids;
}

} // namespace

void ChoiceView::shown(Dictionary& into) const
{
    into.text("CHOICE_ID", id);
    into.text("CHOICE_NAME", name);
    into.text("CHOICE_VALUE", value);
    into.sentence("CHOICE_LABEL", label);
    into.when("CHOSEN", is_chosen);
}

void FieldView::shown(Dictionary& into) const
{
    const auto kind = field.kind;
    const auto& manner = manner_of(kind);
    const auto described = described_by(*this);
    std::vector<ChoiceView> choices;
    choices.reserve(field.choices.size());
    for (const auto& choice : field.choices) {
        choices.push_back({id_of(form, field.name) + "-" + choice.value, field.name, choice.value,
                           choice.label, is_among(value, choice.value)});
    }
    into.text("ID", id_of(form, field.name));
    into.text("NAME", field.name);
    into.sentence("LABEL", field.label);
    into.text("VALUE", value);
    into.text("TYPE", manner.type);
    into.when("HAS_MODE", !manner.mode.empty());
    into.text("MODE", manner.mode);
    into.text("AUTOCOMPLETE", field.autocomplete.empty() ? "off" : field.autocomplete);
    into.when("MANDATORY", field.mandatory);
    into.when("OPTIONAL", !field.mandatory && kind != Kind::flag);
    into.when("HAS_HINT", !field.hint.key.empty());
    into.sentence("HINT", field.hint);
    into.when("WRONG", !fault.empty());
    into.text("ERROR", fault);
    into.when("HAS_DESCRIPTION", !described.empty());
    into.text("DESCRIPTION", described);
    into.when("GROUPED", !field.group.key.empty());
    into.sentence("GROUP", field.group);
    into.when("IS_INPUT", is_input(kind));
    into.when("IS_LINES", kind == Kind::lines || kind == Kind::texts);
    into.when("IS_FLAG", kind == Kind::flag);
    into.when("IS_TICKED", kind == Kind::flag && !value.empty());
    into.when("IS_CHOICE", kind == Kind::choice);
    into.when("IS_OPTIONS", kind == Kind::options);
    into.when("IS_SEVERAL", kind == Kind::several);
    into.when("IS_HIDDEN", kind == Kind::hidden);
    into.each("CHOICES", choices);
}

void FaultView::shown(Dictionary& into) const
{
    into.text("ANCHOR", anchor);
    into.text("FAULT", text);
}

void FormView::shown(Dictionary& into) const
{
    const bool has_mandatory =
        std::ranges::any_of(form.fields, [](const auto& field) { return field.mandatory; });
    into.link("ACTION", form.action);
    into.sentence("BUTTON", form.button);
    into.when("DANGEROUS", form.is_dangerous);
    into.when("USUAL", !form.is_dangerous);
    into.when("HAS_MANDATORY", has_mandatory);
    into.when("REFUSED", !refusal.empty());
    into.text("REFUSAL", refusal);
    into.each("FAULTS", faults);
    into.parts("FIELDS", fields);
    into.text("KEY", key);
    into.when("VERSIONED", !version.empty());
    into.text("VERSION", version);
    into.when("SIGNED_IN", !csrf.empty());
    into.text("CSRF", csrf);
    into.when("NOTED", !form.note.key.empty());
    into.sentence("NOTE", form.note);
    into.when("NOTE_LINKED", form.note_link.has_value());
    into.link("NOTE_LINK", form.note_link.value_or(Href()));
}

FormView drawn(App& app, const Request& request, const Form& form, const Filled& filled)
{
    FormView view{.form = form,
                  .key = filled.key.empty() ? uuid_v4() : filled.key,
                  .version = filled.version,
                  .csrf = csrf_for(app, request)};
    for (const auto& field : form.fields) {
        const auto value = filled.values.find(field.name);
        view.fields.push_back({field, form.id, value == filled.values.end() ? "" : value->second});
    }
    if (!filled.refusal) return view;
    view.refusal = filled.refusal->detail().in(request.language);
    for (const auto& error : filled.refusal->fields()) {
        const auto& said = error.message.in(request.language);
        const auto at = std::ranges::find_if(view.fields, [&](const auto& one) {
            return is_about(error.field, one.field.name) && one.field.kind != Kind::hidden;
        });
        if (at == view.fields.end()) {
            view.faults.push_back({"summary", error.field + " : " + said});
            continue;
        }
        if (at->fault.empty()) at->fault = said;
        view.faults.push_back({id_of(form.id, at->field.name), said});
    }
    return view;
}

Head headed(Head head, const Filled& filled)
{
    if (!filled.refusal) return head;
    head.status = status(filled.refusal->why());
    head.has_fault = true;
    head.wait = filled.wait;
    // No form is signed in for: 401 would only ask a program for a token.
    constexpr int unauthorized = 401;
    constexpr int unprocessable = 422;
    if (head.status == unauthorized) head.status = unprocessable;
    return head;
}

} // namespace api::site::frame
