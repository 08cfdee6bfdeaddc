terraform {
  required_version = "~> 1.2.0"
  experiments      = [module_variable_optional_attrs]
}
