# Top-level blocks to add, by the kind of mutation.

# [duplicate-backend]

terraform {
  backend "local" {}
  backend "s3" {}
}

terraform {
  backend "local" {}
  backend "local" {}
}

# [backend-beside-cloud]

terraform {
  backend "local" {}

  cloud {
    organization = "example"
  }
}

# [backend-unknown]

terraform {
  backend "s4" {}
}

# [duplicate-required-providers]

terraform {
  required_providers {}
  required_providers {}
}

# [name-reserved]

variable "count" {
  type = string
}

variable "for_each" {
  type = string
}

variable "source" {
  type = string
}

variable "version" {
  type = string
}

variable "providers" {
  type = string
}

variable "lifecycle" {
  type = string
}

variable "depends_on" {
  type = string
}

variable "locals" {
  type = string
}

# [name-invalid]

variable "1st" {
  default = 1
}

output "two words" {
  value = 1
}

resource "terraform_data" "a.b" {}

data "terraform_remote_state" "a b" {
  backend = "local"
}

module "a/b" {
  source = "./x"
}

provider "my provider" {}

# [label-missing]

resource "terraform_data" {}

variable {
  default = 1
}

output {
  value = 1
}

module {
  source = "./x"
}

check {}

# [label-superfluous]

locals "x" {
  fresh_value = 1
}

output "fresh_output" "x" {
  value = 1
}

terraform "x" {}

resource "terraform_data" "fresh" "x" {}

# [block-top-level-unknown]

varible "x" {
  default = 1
}

resources "terraform_data" "x" {}

local {
  x = 1
}

outputs "x" {
  value = 1
}

lifecycle {
  prevent_destroy = true
}

# [output-without-value]

output "fresh_output" {
  description = "x"
}

# [module-without-source]

module "fresh_module" {
  name = "x"
}

# [required-version-invalid]

terraform {
  required_version = "one"
}

terraform {
  required_version = ">= 1.x"
}

terraform {
  required_version = "~> 1.2.3.4.5-"
}

# [required-provider-invalid]

terraform {
  required_providers {
    fresh = {
      source = "a/b/c/d"
    }
  }
}

terraform {
  required_providers {
    fresh = {
      source = "HashiCorp_/x"
    }
  }
}

terraform {
  required_providers {
    fresh = {
      version = "newest"
    }
  }
}

terraform {
  required_providers {
    fresh = {
      sauce = "hashicorp/random"
    }
  }
}

terraform {
  required_providers {
    fresh = 3
  }
}

terraform {
  required_providers {
    fresh = ["hashicorp/random"]
  }
}

# [terraform-argument-unknown]

terraform {
  required_versions = ">= 1.0"
}

terraform {
  settings {
    x = 1
  }
}

terraform {
  experiments = [nothing_like_it]
}

# [locals-block]

locals {
  inner {
    x = 1
  }
}

# [check-without-assert]

check "fresh_check" {}

# [check-invalid]

check "fresh_check" {
  assert {
    condition = true
  }
}

check "fresh_check" {
  assert {
    error_message = "x"
  }
}

check "fresh_check" {
  assert {
    condition     = "maybe"
    error_message = "X."
  }
}

# [moved-invalid]

moved {
  from = terraform_data.a
}

moved {
  to = terraform_data.a
}

moved {
  from = "terraform_data.a"
  to   = 5
}

moved {
  from = terraform_data.a
  to   = terraform_data.a
}

moved {
  from = terraform_data.a
  to   = module.b
}

moved {
  from = data.terraform_remote_state.a
  to   = data.terraform_remote_state.b
}

moved {
  from = var.a
  to   = var.b
}

moved {
  from = terraform_data.a[count.index]
  to   = terraform_data.b
}

moved "x" {
  from = terraform_data.a
  to   = terraform_data.b
}

# [removed-invalid]

removed {
}

removed {
  from = terraform_data.a[0]

  lifecycle {
    destroy = false
  }
}

removed {
  from = data.terraform_remote_state.a

  lifecycle {
    destroy = false
  }
}

removed {
  from = terraform_data.fresh_name

  lifecycle {
    prevent_destroy = true
  }
}

removed {
  from = terraform_data.fresh_name

  lifecycle {
    destroy = var.fresh_name
  }
}

removed {
  from = terraform_data.fresh_name
  to   = terraform_data.b
}

# [import-invalid]

import {
  id = "a"
}

import {
  to = terraform_data.fresh_name
}

import {
  to = terraform_data.fresh_name
  id = "a"
}

import {
  to = var.a
  id = "a"
}

import {
  to = data.terraform_remote_state.a
  id = "a"
}

import {
  to = terraform_data.fresh_name
  id = [1]
}

import {
  to   = terraform_data.fresh_name
  id   = "a"
  name = "b"
}

# [ephemeral-block-invalid]

ephemeral "terraform_data" "fresh_name" {}

ephemeral "fresh_name" {}
