variable "source" {
  type = string
}

variable "version" {
  type = string
}

variable "for_each" {
  type = map(string)
}

variable "lifecycle" {
  type = string
}
