###########################
# Variables of the network
###########################
variable "network_name" {
  type = string
}

## Names of the queues that we use
variable "queue_names" {
  type = list(string)
}

#---- The database we use ----
variable "database" {
  type = string
}

#############################
# Size of the servers we run #
#############################
variable "server_size" {
  type = string
}

#
# Our domain and where it is
#
variable "domain" {
  type = string
}

# Login name and password of the administrator
variable "admin_login_name" {
  type = string
}

variable "admin_login_password" {
  type      = string
  sensitive = true
}

# Certificate that we serve
variable "certificate_arn" {
  type = string
}
variable "chain" {
  type = string
}

# ---------------
# Bucket for logs
# ---------------

variable "bucket" {
  type = string
}
