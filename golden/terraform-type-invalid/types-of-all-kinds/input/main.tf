variable "a" {
  type = list
}

variable "b" {
  type = map(any)
}

variable "c" {
  type = object({
    name  = string
    size  = optional(number, 3)
    tag   = optional(map(string), {})
    parts = tuple([string, set(number), list(object({ a = any }))])
  })
}

variable "d" {
  type = object({})
}

variable "e" {
  type = tuple([])
}

resource "terraform_data" "one" {
  input = { type = "String" }
}
