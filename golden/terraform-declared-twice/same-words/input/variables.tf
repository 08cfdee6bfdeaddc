# Where it runs.
variable "region" {
  type = string
}
