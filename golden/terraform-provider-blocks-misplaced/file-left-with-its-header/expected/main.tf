# Copyright the shop.
