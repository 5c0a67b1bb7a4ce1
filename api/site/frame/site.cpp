#include "api/site/frame/site.hpp"

#include <stdexcept>

#include "domain/core/check.hpp"
#include "domain/core/log.hpp"

namespace api::site::frame {

namespace {

/// The templates among the files of api/site, by their path in it.
Templates::Files templates_in(const Assets::Files& files)
{
    constexpr std::string_view folder = "api/site/";
    Templates::Files templates;
    for (const auto& [path, text] : files) {
        if (path.starts_with(folder) && path.ends_with(".html"))
            templates.emplace(path.substr(folder.size()), text);
    }
    return templates;
}

} // namespace

Site::Made::Made(const Material& material)
    : sentences(material.ours, material.operators, material.brand.name),
      assets(material.files, material.brand),
      templates(templates_in(material.files), sentences, assets)
{
    std::string faults;
    for (const auto* list : {&sentences.faults(), &templates.faults()}) {
        for (const auto& fault : *list)
            faults += "\n  " + fault;
    }
    if (!faults.empty()) throw std::runtime_error("the web site cannot be shown:" + faults);
}

Site::Site(const Material& material)
    : brand_(material.brand), is_development_(material.is_development), changed_(material.changed)
{
    made_.push_back(std::make_unique<Made>(material));
}

const Site::Made& Site::made() const
{
    if (!changed_) return *made_.front();
    const std::scoped_lock lock(mutex_);
    try {
        if (const auto newer = changed_()) made_.push_back(std::make_unique<Made>(*newer));
    } catch (const std::exception& fault) {
        domain::log(domain::Level::error, "site_not_renewed", {{"cause", fault.what()}});
    }
    return *made_.back();
}

Site& site_of(const App& app)
{
    domain::check(app.site != nullptr, "this program has a web site");
    return *app.site;
}

} // namespace api::site::frame
