terraform {
  backend "azurerm" {}
}

provider "azurerm" {
  alias = "hub"

  features {}
}

provider "aws" {
  alias  = "dns"
  region = "us-east-1"
}

provider "aws" {
  alias  = "main"
  region = "eu-west-1"
}

resource "azurerm_resource_group" "hub" {
  provider = azurerm.hub
  name     = "hub"
  location = "westeurope"
}

resource "azurerm_resource_group" "app" {
  name     = "app"
  location = "westeurope"
}

data "aws_route53_zone" "main" {
  name = "example.com"
}

resource "aws_sqs_queue" "jobs" {
  provider    = aws.main
  name_prefix = "jobs-"
}
