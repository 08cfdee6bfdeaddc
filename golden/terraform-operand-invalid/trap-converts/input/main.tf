variable "number" {
  type = string
}

variable "anything" {}

locals {
  sum      = var.number + 1
  text     = "app-${true}-${1}"
  branches = var.anything ? ["a"] : []
  mixed    = var.anything ? 1 : "a"
  nothing  = var.anything ? null : { a = 1 }
  loop     = { for key, value in { a = 1 } : key => "${value}" }
  grouped  = { for name in ["a", "a"] : name => 1... }
  guarded  = try("app-${var.anything.names}", "none")
  unlike   = var.anything ? { a = 1 } : { b = "x" }
  bool     = "true" && true
}
