variable "name" {
  description = "Name of the service"
  type        = string
  default     = "web"
}

variable "port" {
  default     = 8080
  description = "Port that the service listens on"
  type        = number
}

variable "enabled" {
  type = bool
  # Off in development.
  default = true
}

variable "zones" {
  type    = list(string)
  default = ["us-east-2a", "us-east-2b"]
}

variable "sizes" {
  type = map(number)
  default = {
    web = 2
    api = 4
  }
}
