#pragma once

#include <nlohmann/json.hpp>

#include <regex>
#include <string>
#include <vector>

namespace tests {

/// The part of JSON Schema that our API description uses, enough to hold answers to it.
class Schemas {
public:
    explicit Schemas(const nlohmann::json& document) : document_(document) {}

    const nlohmann::json& resolved(const nlohmann::json& thing) const
    {
        const auto reference = thing.find("$ref");
        if (reference == thing.end()) return thing;
        return resolved(
            document_.at(nlohmann::json::json_pointer(reference->get<std::string>().substr(1))));
    }

    /// What is wrong with `value`, one line each; empty when it is as described.
    std::vector<std::string> complaints(const nlohmann::json& described,
                                        const nlohmann::json& value,
                                        const std::string& where = "$") const
    {
        std::vector<std::string> all;
        const auto& schema = resolved(described);
        if (!is_of_type(schema, value)) return {where + " is " + value.dump().substr(0, 60)};
        if (schema.contains("enum") && !holds(schema["enum"], value)) {
            all.push_back(where + " is not one of " + schema["enum"].dump());
        }
        if (value.is_object()) look_inside(schema, value, where, all);
        if (value.is_array() && schema.contains("items")) {
            for (std::size_t i = 0; i < value.size(); ++i)
                add(all,
                    complaints(schema["items"], value[i], where + "[" + std::to_string(i) + "]"));
        }
        return all;
    }

private:
    using json = nlohmann::json;

    static void add(std::vector<std::string>& all, const std::vector<std::string>& more)
    {
        all.insert(all.end(), more.begin(), more.end());
    }

    static bool holds(const json& list, const json& value)
    {
        return std::find(list.begin(), list.end(), value) != list.end();
    }

    static bool is_one(const std::string& type, const json& value)
    {
        if (type == "integer") return value.is_number_integer();
        if (type == "number") return value.is_number();
        return type == value.type_name();
    }

    static bool is_of_type(const json& schema, const json& value)
    {
        const auto type = schema.find("type");
        if (type == schema.end()) return true;
        if (type->is_string()) return is_one(*type, value);
        return std::any_of(type->begin(), type->end(),
                           [&](const json& one) { return is_one(one, value); });
    }

    void look_inside(const json& schema, const json& value, const std::string& where,
                     std::vector<std::string>& all) const
    {
        for (const auto& name : schema.value("required", json::array())) {
            if (!value.contains(name.get<std::string>())) {
                all.push_back(where + " lacks " + name.get<std::string>());
            }
        }
        const auto properties = schema.value("properties", json::object());
        for (const auto& [name, inner] : value.items()) {
            if (properties.contains(name)) {
                add(all, complaints(properties[name], inner, where + "." + name));
            } else if (schema.value("additionalProperties", json(true)) == json(false)) {
                all.push_back(where + "." + name + " is not described");
            }
        }
    }

    const nlohmann::json& document_;
};

} // namespace tests
